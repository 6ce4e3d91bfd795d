import { writeFileSync } from 'node:fs';
import { checkConfig } from '../config/check.js';
import { withBuiltIns } from '../config/built-ins.js';
import { START_FLAGS, type StartFlag, startConfig, startMarkup } from '../desk/markup.js';
import { addServices } from '../facts/software/services.js';
import { describeIssue } from '../lib/errors.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { readArgs } from './read-input.js';

const FILE = 'jitsi-gate.config.json';

const ASKED: Readonly<Record<StartFlag, string>> = {
  domain: 'Host of the meeting server, like meet.example.eu: ',
  operator: 'Who runs that server (the legal entity): ',
  country: 'In which country is that, as two letters (DE, FR, …): ',
  'privacy-url': "Your site's privacy notice, like /privacy#meetings: ",
  site: 'Who is responsible for your site (the controller): ',
};

type Flags = Partial<Record<StartFlag, string>>;

/** What is still needed. Who runs a built-in server is known. */
function missingIn(flags: Flags): StartFlag[] {
  const known = withBuiltIns({ domain: flags.domain });
  const isKnown = (flag: StartFlag): boolean => (flag === 'operator' && known['name'] !== undefined) || (flag === 'country' && known['country'] !== undefined);
  return START_FLAGS.filter((flag) => flags[flag] === undefined && !isKnown(flag) && flag !== 'site');
}

async function complete(given: Flags, { ask }: Io): Promise<Flags> {
  const flags = { ...given };
  for (;;) {
    const [next] = [...missingIn(flags), ...ask && flags.site === undefined ? ['site' as const] : []];
    if (next === undefined) return flags;
    if (!ask) throw new WrongUse(`missing: ${missingIn(flags).map((flag) => `--${flag}`).join(', ')}`);
    flags[next] = (await ask(ASKED[next])).trim();
  }
}

/** Writes a file that is not there; never over another one unless that is wanted. @throws WrongUse */
function write(text: string, isForced: boolean): void {
  try {
    writeFileSync(FILE, text, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUse(code === 'EEXIST' ? `${FILE} is there already, and was left as it is; --force writes over it` : `${FILE} cannot be written (${String(code)})`, { cause: error });
  }
}

/** `init`: writes a first configuration, and prints the markup. */
export const init: Command = {
  summary: 'writes a first configuration, and prints the markup to paste',
  usage: `init [${START_FLAGS.map((flag) => `--${flag}`).join(' ')}] [--force] [--json]`,
  examples: ['npx jitsi-gate init', 'npx jitsi-gate init --domain meet.example.eu --operator "Example GmbH" --country DE --privacy-url /privacy#meetings --site "Example practice"'],
  async run(args, io) {
    const text = { type: 'string' } as const;
    const { values, words: [word] } = readArgs(args, { domain: text, operator: text, country: text, 'privacy-url': text, site: text, force: { type: 'boolean' }, json: { type: 'boolean' } });
    if (word !== undefined) throw new WrongUse(`${word}: write names and values as --name value`);
    addServices();
    const { force = false, json, ...given } = values;
    const flags = await complete(given, io);
    const config = startConfig({ ...flags, site: flags.site || undefined } as Flags);
    const issues = checkConfig(config);
    if (issues.length > 0) throw new WrongUse(issues.map(describeIssue).join('\n'));
    write(`${JSON.stringify(config, null, 2)}\n`, force);
    const markup = startMarkup(`/${FILE}`);
    io.out(json ? `${JSON.stringify({ file: FILE, config, markup }, null, 2)}\n` : `Written: ${FILE}. Put it and jitsi-gate's files on your site, and paste this:\n\n${markup}\nNext: npx jitsi-gate check ${FILE}\n`);
    return EXIT.fine;
  },
};
