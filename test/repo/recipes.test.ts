import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config/schema.js';
import { embedIssues } from '../../src/config/embed-issues.js';
import { readEmbedUrl } from '../../src/config/embed-url.js';
import type { EmbedInput } from '../../src/config/embed.js';
import { deskSettings } from '../../src/desk/policy.js';
import { findEmbeds } from '../../src/scan/find-embeds.js';
import { readPage } from '../../src/scan/read-page.js';
import { docRows } from '../support/doc-pages.js';
import { readRepoFile } from '../support/repo-files.js';
import { clinic } from '../support/sample-config.js';

const recipes = readRepoFile('docs/recipes.md');
const snippets = [...recipes.matchAll(/^```html\n([^]*?)^```/gm)].map(([, html = '']) => html);
const settings = deskSettings({ privacyUrl: '/privacy', operators: { clinic: { ...clinic, domain: 'meet.example.eu' } } } as ConfigInput);

describe('the recipes', () => {
  it('say where each option of JitsiMeetExternalAPI goes', () => {
    const told = docRows('recipes').map(([name = '']) => name).join(' ');
    const [, table = ''] = /`new JitsiMeetExternalAPI\(domain, options\)`:\n\n([^]*?)\n\n/.exec(readRepoFile('docs/jitsi.md')) ?? [];
    const options = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    expect(options.length).toBeGreaterThan(12);
    expect(options.filter((name) => !told.includes(name))).toEqual([]);
    expect(docRows('recipes').length).toBeGreaterThanOrEqual(10);
  });

  it('have placeholders that can be used, and nothing that goes past the gate', () => {
    const placeholders = snippets.flatMap((html) => readPage(html).placeholders);
    expect(placeholders.length).toBeGreaterThan(3);
    for (const { said, src, odd } of placeholders) {
      const fromUrl = src === undefined ? {} : readEmbedUrl(src, settings);
      expect(fromUrl).not.toBeInstanceOf(Array);
      expect([embedIssues({ ...said, ...fromUrl as object } as unknown as EmbedInput, settings), odd]).toEqual([[], []]);
    }
    expect(snippets.flatMap((html) => findEmbeds(html, settings)).filter(({ kind }) => kind === 'problem')).toEqual([]);
  });
});
