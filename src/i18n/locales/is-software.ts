import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Icelandic. */
export const software: SoftwareMessages = {
  storedForTab: 'Stillingar, þar til þú lokar flipanum',
  storedWithAccount: 'Gestareikningur sem verður til við hleðslu, með lyklum og stillingum, þar til þú eyðir þeim',
  storedUnknown: 'framleiðandi hugbúnaðarins tekur það ekki fram',
  for_account: 'Gestareikningur sem verður til þegar fundurinn er hlaðinn',
  for_key: 'Lyklar sem afkóða fundinn',
  for_log: 'Atburðaskrá fyrir villutilkynningar',
  blind: 'Þessi síða getur ekki séð hvort fundurinn er tekinn upp eða er lokið.',
  newTab: 'Opna í nýjum flipa',
  linkOnly: 'Þessi fundur keyrir með {software} á {domain}. Ekki er hægt að sýna hann á þessari síðu. Tengill opnar hann í nýjum flipa; ekkert er sent áður.',
};
