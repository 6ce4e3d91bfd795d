import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Polish. */
export const software: SoftwareMessages = {
  storedForTab: 'Ustawienia, do zamknięcia karty',
  storedWithAccount: 'Konto gościa tworzone przy ładowaniu, z kluczami i ustawieniami, dopóki ich nie usuniesz',
  storedUnknown: 'producent oprogramowania tego nie podaje',
  for_account: 'Konto gościa tworzone przy ładowaniu spotkania',
  for_key: 'Klucze, które odszyfrowują spotkanie',
  for_log: 'Dziennik zdarzeń do zgłoszeń błędów',
  blind: 'Ta strona nie widzi, czy spotkanie jest nagrywane ani czy się skończyło.',
  newTab: 'Otwórz w nowej karcie',
  linkOnly: 'To spotkanie działa w oprogramowaniu {software} na {domain}. Nie można go pokazać na tej stronie. Link otwiera je w nowej karcie; wcześniej nic nie jest wysyłane.',
};
