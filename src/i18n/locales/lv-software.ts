import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Latvian. */
export const software: SoftwareMessages = {
  storedForTab: 'Iestatījumi, līdz aizverat cilni',
  storedWithAccount: 'Ielādējot izveidots viesa konts ar atslēgām un iestatījumiem, līdz tos izdzēšat',
  storedUnknown: 'programmatūras izstrādātājs to nenorāda',
  for_account: 'Viesa konts, kas tiek izveidots, ielādējot sapulci',
  for_key: 'Atslēgas, ar kurām atšifrē sapulci',
  for_log: 'Notikumu žurnāls kļūdu ziņojumiem',
  blind: 'Šī lapa neredz, vai sapulci ieraksta un vai tā ir beigusies.',
  newTab: 'Atvērt jaunā cilnē',
  linkOnly: 'Šī sapulce notiek ar {software} serverī {domain}. To nevar parādīt šajā lapā. Saite to atver jaunā cilnē; pirms tam nekas netiek nosūtīts.',
};
