import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in German. */
export const software: SoftwareMessages = {
  storedForTab: 'Einstellungen, bis Sie den Tab schließen',
  storedWithAccount: 'Ein Gastkonto, das beim Laden entsteht, mit Schlüsseln und Einstellungen, bis Sie sie löschen',
  storedUnknown: 'vom Hersteller der Software nicht angegeben',
  for_account: 'Ein Gastkonto, das beim Laden des Meetings entsteht',
  for_key: 'Schlüssel, die das Meeting entschlüsseln',
  for_log: 'Ein Protokoll für Fehlerberichte',
  blind: 'Diese Seite kann nicht sehen, ob das Meeting aufgezeichnet wird oder beendet ist.',
  newTab: 'In einem neuen Tab öffnen',
  linkOnly: 'Dieses Meeting läuft mit {software} auf {domain}. Auf dieser Seite kann es nicht gezeigt werden. Ein Link öffnet es in einem neuen Tab; vorher wird nichts gesendet.',
};
