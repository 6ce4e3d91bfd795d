import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/main.js';
import { PLATFORMS } from '../../src/cmp/registry.js';
import { mergeScriptAttributes } from '../../src/config/script-attributes.js';
import { DEFAULTS } from '../../src/config/defaults.js';
import { EMBED_ATTRIBUTES } from '../../src/config/embed-attributes.js';
import { configSchema, operatorSchema } from '../../src/config/schema.js';
import { tokens } from '../../src/elements/tokens.js';
import { GATE_STATES } from '../../src/gate/states.js';
import { PRIVACY_PRESET } from '../../src/providers/jitsi/privacy-preset.js';
import { docRows, docSection } from '../support/doc-pages.js';
import { listFiles, readRepoFile } from '../support/repo-files.js';
import { sampleRecord } from '../support/sample-receipt.js';

const first = (name: string): string[] => docRows(name).map(([cell = '']) => cell);
const sources = listFiles('src').filter((path) => path.endsWith('.ts')).map(readRepoFile).join('\n');

describe('the documentation', () => {
  it('lists every option of the schema and no other', () => {
    expect(first('options').toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  it('lists every fact of an operator and no other', () => {
    expect(first('operator').toSorted()).toEqual(Object.keys(operatorSchema.shape).toSorted());
  });

  it.each(Object.entries(DEFAULTS))('gives %s its default %s', (key, value) => {
    expect(docRows('options').find(([name]) => name === key)?.[2]).toBe(String(value));
  });

  it('marks as required the options without which the schema refuses', () => {
    const missing = configSchema.safeParse({}).error?.issues.map(({ path }) => String(path[0])) ?? [];
    expect(docRows('options').filter(([, , value]) => value === 'required').map(([name]) => name)).toEqual(missing);
  });

  it.each(docRows('options').filter(([, attribute]) => attribute).map(([name = '', attribute = '']) => [attribute, name]))(
    'names %s as the attribute that the script tag reads for %s',
    (attribute, name) => {
      const dataset = { [attribute.slice(5).replace(/-./g, (part) => part.slice(1).toUpperCase())]: 'value', domain: 'meet.example.eu' };
      expect(mergeScriptAttributes({}, dataset)).toHaveProperty(name, 'value');
    },
  );

  it('lists every attribute of a placeholder', () => {
    expect(first('attributes')).toEqual(EMBED_ATTRIBUTES.map((name) => `data-jitsi-${name}`));
  });

  it('lists the privacy preset, each key with its value and why', () => {
    expect(docRows('preset')).toEqual(PRIVACY_PRESET.map(({ key, value, reason }) => [key, String(value), reason]));
  });

  it('lists every event that is dispatched', () => {
    const dispatched = [...sources.matchAll(/emit(?:Cancelable)?\([^,]+, '(jitsi-gate-[\w-]+)'/g)].map(([, name = '']) => name);
    expect(first('events').toSorted()).toEqual([...new Set(dispatched)].toSorted());
  });

  it('lists every property that the styles read', () => {
    const used = [...`${sources}${tokens}`.matchAll(/var\((--jitsi-gate-[a-z][\w-]*)/g)].map(([, name = '']) => name);
    expect(docSection('properties').match(/--jitsi-gate-[\w-]+/g)?.toSorted()).toEqual([...new Set(used)].toSorted());
  });

  it('lists every part of a gate, with its meaning', () => {
    const parts = [...readRepoFile('src/elements/gate/gate-element.ts').matchAll(/@csspart (\S+) - (.+)/g)];
    expect(docRows('parts')).toEqual(parts.map(([, name = '', meaning = '']) => [name, meaning]));
  });

  it('lists every field of a stored record', () => {
    const listed = docRows('record').flatMap(([cell = '']) => cell.split(', '));
    expect(listed.toSorted()).toEqual([...new Set(['v', ...Object.keys(sampleRecord)])].toSorted());
    const [, example = '{}'] = /```json\n(.*?)```/s.exec(docSection('record')) ?? [];
    expect(Object.keys(JSON.parse(example) as object)).toEqual(listed);
  });

  it('has a row for every consent platform, whose line the script tag reads as its name', () => {
    expect(first('platforms')).toEqual(Object.keys(PLATFORMS));
    for (const [name, , , line = ''] of docRows('platforms')) expect(line).toContain(`data-cmp="${name}"`);
    expect(readRepoFile('README.md')).toContain('twenty-three platforms');
    expect(Object.keys(PLATFORMS)).toHaveLength(23);
  });

  it('has a row for every command', () => expect(first('commands')).toEqual(Object.keys(COMMANDS)));

  it('lists every state, in README and with the API', () => {
    for (const page of ['README.md', 'docs/api.md']) {
      const table = readRepoFile(page).split('| state |')[1]?.split('\n\n')[0] ?? '';
      const listed = table.split('\n').flatMap((line) => (line.split('|')[1] ?? '').match(/`[a-z]+`/g) ?? []);
      expect(listed.toSorted()).toEqual(GATE_STATES.map((state) => `\`${state}\``).toSorted());
    }
  });
});
