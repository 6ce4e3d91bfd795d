import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Estonian. */
export const software: SoftwareMessages = {
  storedForTab: 'Seaded, kuni sulgete vahekaardi',
  storedWithAccount: 'Laadimisel loodav külaliskonto koos võtmete ja seadetega, kuni need kustutate',
  storedUnknown: 'tarkvara tootja ei ole seda märkinud',
  for_account: 'Külaliskonto, mis luuakse koosoleku laadimisel',
  for_key: 'Võtmed, mis koosoleku dekrüpteerivad',
  for_log: 'Sündmuste logi veateadete jaoks',
  blind: 'See leht ei näe, kas koosolekut salvestatakse või kas see on lõppenud.',
  newTab: 'Ava uuel vahekaardil',
  linkOnly: 'See koosolek kasutab tarkvara {software} serveris {domain}. Seda ei saa sellel lehel näidata. Link avab selle uuel vahekaardil; enne seda ei saadeta midagi.',
};
