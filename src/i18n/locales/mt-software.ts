import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Maltese. */
export const software: SoftwareMessages = {
  storedForTab: 'Settings, sakemm tagħlaq it-tab',
  storedWithAccount: 'Kont ta’ mistieden li jinħoloq mat-tagħbija, biċ-ċwievet u s-settings tiegħu, sakemm tħassarhom',
  storedUnknown: 'mhux iddikjarat minn min għamel is-softwer',
  for_account: 'Kont ta’ mistieden li jinħoloq meta titgħabba l-laqgħa',
  for_key: 'Ċwievet li jiddekriptaw il-laqgħa',
  for_log: 'Reġistru ta’ avvenimenti għar-rapporti ta’ ħsarat',
  blind: 'Din il-paġna ma tistax tara jekk il-laqgħa tkunx qed tiġi rrekordjata jew intemmitx.',
  newTab: 'Iftaħ f’tab ġdida',
  linkOnly: 'Din il-laqgħa taħdem b’{software} fuq {domain}. Ma tistax tintwera f’din il-paġna. Link tiftaħha f’tab ġdida; xejn ma jintbagħat qabel.',
};
