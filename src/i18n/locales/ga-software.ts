import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Irish. */
export const software: SoftwareMessages = {
  storedForTab: 'Socruithe, go dtí go ndúnann tú an cluaisín',
  storedWithAccount: 'Cuntas aoi a dhéantar agus é á lódáil, lena eochracha agus a shocruithe, go dtí go scriosann tú iad',
  storedUnknown: 'níl sé luaite ag déantóir na mbogearraí',
  for_account: 'Cuntas aoi a dhéantar nuair a lódáiltear an cruinniú',
  for_key: 'Eochracha a dhíchriptíonn an cruinniú',
  for_log: 'Logchomhad imeachtaí le haghaidh tuairiscí lochtanna',
  blind: 'Ní féidir leis an leathanach seo a fheiceáil an bhfuil an cruinniú á thaifeadadh nó thart.',
  newTab: 'Oscail i gcluaisín nua',
  linkOnly: 'Ritheann an cruinniú seo le {software} ar {domain}. Ní féidir é a thaispeáint ar an leathanach seo. Osclaíonn nasc é i gcluaisín nua; ní sheoltar aon rud roimhe sin.',
};
