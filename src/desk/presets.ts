import type { OperatorInput } from '../config/schema.js';

/** How meetings are run: on a server of one's own, by a public or paid service, or by somebody else. */
export type PresetGroup = 'own' | 'service' | 'other';

/** What an owner starts from. The hosters' names are those of their own imprints. */
export interface Preset {
  readonly id: string;
  readonly group: PresetGroup;
  /** What is known; nothing of it is asked. Who runs a built-in service the configuration knows by its domain. */
  readonly facts: Partial<OperatorInput>;
}

const hosted = (id: string, name: string, country: string): Preset => ({ id, group: 'own', facts: { role: 'controller', hosting: { name, country } } });
const service = (id: string, facts: Partial<OperatorInput>): Preset => ({ id, group: 'service', facts });

/** Presets, in the order in which they are offered. None states what protects data abroad: that is for the owner to say (docs/law.md R53). */
export const PRESETS: readonly Preset[] = [
  hosted('hetzner', 'Hetzner Online GmbH', 'DE'),
  hosted('ovhcloud', 'OVH SAS', 'FR'),
  hosted('scaleway', 'Scaleway SAS', 'FR'),
  hosted('infomaniak', 'Infomaniak Network SA', 'CH'),
  hosted('netcup', 'netcup GmbH', 'DE'),
  { id: 'house', group: 'own', facts: { role: 'controller' } },
  { id: 'hoster', group: 'own', facts: { role: 'controller' } },
  service('jaas', { domain: '8x8.vc' }),
  service('meet-jit-si', { domain: 'meet.jit.si' }),
  service('renater', { domain: 'rendez-vous.renater.fr' }),
  service('webconf', { domain: 'webconf.numerique.gouv.fr' }),
  service('visio', { domain: 'visio.numerique.gouv.fr' }),
  service('element-call', { domain: 'call.element.io' }),
  service('whereby', { software: 'whereby' }),
  { id: 'other', group: 'other', facts: {} },
];

/** The preset of that name. */
export const presetOf = (id: string): Preset | undefined => PRESETS.find((preset) => preset.id === id);
