import { describe, expect, it } from 'vitest';
import { mergeScriptAttributes } from '../../src/config/script-attributes.js';
import { DEFAULTS } from '../../src/config/defaults.js';
import { EMBED_ATTRIBUTES } from '../../src/config/embed-attributes.js';
import { configSchema, operatorSchema } from '../../src/config/schema.js';
import { PRIVACY_PRESET } from '../../src/providers/jitsi/privacy-preset.js';
import { listFiles, readRepoFile } from '../support/repo-files.js';

const readme = readRepoFile('README.md');

/** What stands between README's markers of that name. */
function section(name: string): string {
  return readme.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? '';
}

/** The cells of a section's table, without head and rule, without the marks of code. */
function rows(name: string): string[][] {
  const lines = section(name).split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));
}

const first = (name: string): string[] => rows(name).map(([cell = '']) => cell);
const sources = listFiles('src').filter((path) => path.endsWith('.ts')).map(readRepoFile).join('\n');

describe('README', () => {
  it('lists every option of the schema and no other', () => {
    expect(first('options').toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  it('lists every fact of an operator and no other', () => {
    expect(first('operator').toSorted()).toEqual(Object.keys(operatorSchema.shape).toSorted());
  });

  it.each(Object.entries(DEFAULTS))('gives %s its default %s', (key, value) => {
    expect(rows('options').find(([name]) => name === key)?.[2]).toBe(String(value));
  });

  it('marks as required the options without which the schema refuses', () => {
    const missing = configSchema.safeParse({}).error?.issues.map(({ path }) => String(path[0])) ?? [];
    expect(rows('options').filter(([, , value]) => value === 'required').map(([name]) => name)).toEqual(missing);
  });

  it.each(rows('options').filter(([, attribute]) => attribute).map(([name = '', attribute = '']) => [attribute, name]))(
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
    expect(rows('preset')).toEqual(PRIVACY_PRESET.map(({ key, value, reason }) => [key, String(value), reason]));
  });

  it('lists every event that is dispatched', () => {
    const dispatched = [...sources.matchAll(/emit(?:Cancelable)?\([^,]+, '(jitsi-gate-[\w-]+)'/g)].map(([, name = '']) => name);
    expect(first('events').toSorted()).toEqual([...new Set(dispatched)].toSorted());
  });

  it('lists every code that the console shows', () => {
    // A literal, a problem of the page, a failure of a meeting (providers/provider.ts), the entry's own line.
    const patterns = [/warnOnce\('([\w.-]+)'/g, /\bcode: '([\w-]+)'[,;] *(?:message|$)/gm, /^ {2}\| '([\w-]+)';?$/gm, /\[jitsi-gate\] ([\w-]+): /g];
    const printed = patterns.flatMap((pattern) => [...sources.matchAll(pattern)].map(([, code = '']) => code));
    const listed = first('console').flatMap((cell) => cell.split(', '));
    expect(listed.toSorted()).toEqual([...new Set(printed)].toSorted());
  });

  it('lists every property that the styles read', () => {
    const used = [...sources.matchAll(/var\((--jitsi-gate-[\w-]+)/g)].map(([, name = '']) => name);
    expect(section('properties').match(/--jitsi-gate-[\w-]+/g)?.toSorted()).toEqual([...new Set(used)].toSorted());
  });
});
