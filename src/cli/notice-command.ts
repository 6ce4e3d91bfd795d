import { noticeHtml } from '../desk/notice-html.js';
import { noticeMarkdown } from '../desk/notice-markdown.js';
import { deskSettings } from '../desk/policy.js';
import { noticeTexts } from '../i18n/notice-texts.js';
import { LANGUAGES, resolveLocale } from '../i18n/resolve-locale.js';
import { gapsOf, makeNotice } from '../notice/make-notice.js';
import { type Command, EXIT, WrongUse } from './command.js';
import { loadConfig, usableConfig } from './load-config.js';
import { oneOfWords, readArgs } from './read-input.js';

const FORMATS = { html: noticeHtml, markdown: noticeMarkdown } as const;

/** `notice`: the section about meetings for a site's privacy notice. */
export const notice: Command = {
  summary: "the section about meetings for your site's privacy notice, in thirty languages",
  usage: `notice <config.json or page.html> [--lang de] [--format ${Object.keys(FORMATS).join(', ')}] [--json]`,
  examples: ['npx jitsi-gate notice jitsi-gate.config.json --lang de > meetings.html', 'npx jitsi-gate notice jitsi-gate.config.json --format markdown'],
  async run(args, io) {
    const { values, words: [path, more] } = readArgs(args, { lang: { type: 'string' }, format: { type: 'string', default: 'html' }, json: { type: 'boolean' } });
    if (path === undefined || more !== undefined) throw new WrongUse('name one file: a configuration, or a page');
    const format = oneOfWords('format', values.format, Object.keys(FORMATS) as (keyof typeof FORMATS)[]);
    const settings = deskSettings(usableConfig(path, loadConfig(path)));
    const wanted = values.lang ?? settings.lang ?? 'en';
    const { language, tag: lang, dir } = resolveLocale([wanted], settings.messages);
    if (language === 'en' && !/^en\b/i.test(wanted)) throw new WrongUse(`--lang: expected one of ${[...LANGUAGES, ...Object.keys(settings.messages)].join(', ')}, found ${wanted}`);
    const own = { ...settings.messages[language], ...settings.messages[lang] };
    const made = makeNotice({ settings, lang, dir, texts: await noticeTexts(language), own });
    const gaps = gapsOf(made);
    if (gaps.length > 0) io.err(`${gaps.length} to complete, marked in the text:\n${gaps.map((gap) => `  ${gap}\n`).join('')}`);
    io.out(values.json ? `${JSON.stringify(made, null, 2)}\n` : FORMATS[format](made));
    return EXIT.fine;
  },
};
