import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Portuguese. */
export const software: SoftwareMessages = {
  storedForTab: 'Definições, até fechar o separador',
  storedWithAccount: 'Uma conta de convidado criada ao carregar, com as suas chaves e definições, até as eliminar',
  storedUnknown: 'não indicado pelo fabricante do software',
  for_account: 'Uma conta de convidado criada quando a reunião é carregada',
  for_key: 'Chaves que decifram a reunião',
  for_log: 'Um registo de eventos para relatórios de falhas',
  blind: 'Esta página não consegue ver se a reunião está a ser gravada ou se terminou.',
  newTab: 'Abrir num novo separador',
  linkOnly: 'Esta reunião funciona com {software} em {domain}. Não pode ser mostrada nesta página. Uma ligação abre-a num novo separador; antes disso nada é enviado.',
};
