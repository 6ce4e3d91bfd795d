import { BUILT_INS, type BuiltInOperator } from './jitsi.js';

const DINUM = { name: 'Direction interministérielle du numérique (DINUM)', country: 'FR' };

/**
 * Public services whose operator is certain, so that naming the domain is enough (https://services.renater.fr/rendez-vous,
 * https://webconf.numerique.gouv.fr, https://visio.numerique.gouv.fr, https://whereby.com/information/tos, https://call.element.io).
 */
export const SERVICES: readonly BuiltInOperator[] = [
  { host: /^rendez-vous\.renater\.fr$/, kind: 'self-hosted', facts: { name: 'GIP RENATER', country: 'FR' } },
  { host: /^webconf\.numerique\.gouv\.fr$/, kind: 'self-hosted', facts: DINUM },
  { host: /^visio\.numerique\.gouv\.fr$/, kind: 'self-hosted', facts: { ...DINUM, software: 'visio' } },
  { host: /\.whereby\.com$/, kind: 'self-hosted', facts: { name: 'Video Communication Services AS (Whereby)', country: 'NO', software: 'whereby' } },
  { host: /^call\.element\.io$/, kind: 'self-hosted', facts: { name: 'New Vector Ltd (Element)', country: 'GB', software: 'element-call' } },
];

/** Adds them to what is built in, once. */
export function addServices(): void {
  BUILT_INS.push(...SERVICES.filter((service) => !BUILT_INS.includes(service)));
}
