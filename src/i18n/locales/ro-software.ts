import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Romanian. */
export const software: SoftwareMessages = {
  storedForTab: 'Setări, până închideți fila',
  storedWithAccount: 'Un cont de oaspete creat la încărcare, cu cheile și setările lui, până le ștergeți',
  storedUnknown: 'neprecizat de producătorul software-ului',
  for_account: 'Un cont de oaspete creat când se încarcă întâlnirea',
  for_key: 'Chei care decriptează întâlnirea',
  for_log: 'Un jurnal de evenimente pentru raportarea erorilor',
  blind: 'Această pagină nu poate vedea dacă întâlnirea este înregistrată sau s-a încheiat.',
  newTab: 'Deschideți într-o filă nouă',
  linkOnly: 'Această întâlnire folosește {software} pe {domain}. Nu poate fi afișată pe această pagină. Un link o deschide într-o filă nouă; înainte nu se trimite nimic.',
};
