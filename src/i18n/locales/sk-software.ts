import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Slovak. */
export const software: SoftwareMessages = {
  storedForTab: 'Nastavenia, kým nezatvoríte kartu',
  storedWithAccount: 'Účet hosťa vytvorený pri načítaní, s kľúčmi a nastaveniami, kým ich nevymažete',
  storedUnknown: 'výrobca softvéru to neuvádza',
  for_account: 'Účet hosťa, ktorý vznikne pri načítaní stretnutia',
  for_key: 'Kľúče, ktoré stretnutie dešifrujú',
  for_log: 'Záznam udalostí pre hlásenia chýb',
  blind: 'Táto stránka nevidí, či sa stretnutie nahráva alebo či sa skončilo.',
  newTab: 'Otvoriť na novej karte',
  linkOnly: 'Toto stretnutie beží v softvéri {software} na {domain}. Na tejto stránke ho nemožno zobraziť. Odkaz ho otvorí na novej karte; predtým sa nič neposiela.',
};
