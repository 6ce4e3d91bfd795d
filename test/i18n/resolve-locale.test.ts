import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, resolveLocale } from '../../src/i18n/resolve-locale.js';

describe('the language of a gate', () => {
  it.each([
    [['de'], 'de', 'de', 'ltr'],
    [['de-AT'], 'de', 'de-AT', 'ltr'],
    [['DE-at'], 'de', 'DE-at', 'ltr'],
    [['de-1996'], 'de', 'de-1996', 'ltr'],
    [['pt-BR'], 'pt', 'pt-BR', 'ltr'],
    [['no'], 'nb', 'no', 'ltr'],
    [['nn-NO'], 'nb', 'nn-NO', 'ltr'],
    [['iw'], 'he', 'iw', 'rtl'],
    [['ar-EG'], 'ar', 'ar-EG', 'rtl'],
    [['zh', 'fr'], 'fr', 'fr', 'ltr'],
    [['zh-Hant-TW', 'xx'], 'en', 'en', 'ltr'],
    [[], 'en', 'en', 'ltr'],
    [['de_AT'], 'en', 'en', 'ltr'],
    [['de-'], 'de', 'de', 'ltr'],
    [['', '*', 'de'], 'de', 'de', 'ltr'],
    [['constructor', '__proto__'], 'en', 'en', 'ltr'],
  ] as const)('wanted as %o has texts in %s', (wanted, ...[language, tag, dir]) => {
    expect(resolveLocale(wanted, {})).toEqual({ language, tag, dir });
  });

  it('is one that there are texts in and that dates can be written in, whatever is wanted', () => {
    fc.assert(fc.property(fc.array(fc.string()), (wanted) => {
      const { language, tag } = resolveLocale(wanted, {});
      expect(LANGUAGES).toContain(language);
      expect(new Intl.DateTimeFormat(tag).format(0)).not.toBe('');
    }));
  });
});

describe('a language of the owner’s own', () => {
  const own = { ca: { accept: 'Carrega' }, fa: {}, de: { accept: 'Los' } };

  it.each([
    [['ca', 'es'], 'ca', 'ca', 'ltr'],
    [['ca-ES'], 'ca', 'ca-ES', 'ltr'],
    [['cy', 'ca'], 'ca', 'ca', 'ltr'],
    [['fa-IR'], 'fa', 'fa-IR', 'rtl'],
    [['cy'], 'en', 'en', 'ltr'],
    [['constructor', 'toString'], 'en', 'en', 'ltr'],
  ] as const)('counts like one of ours: %j', (...[wanted, language, tag, dir]) => {
    expect(resolveLocale(wanted, own)).toEqual({ language, tag, dir });
  });
});
