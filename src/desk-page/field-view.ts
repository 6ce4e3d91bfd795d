import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type FieldName, mayMakeUpRoom, roomOf } from '../desk/draft.js';
import type { DeskTexts } from './texts/en.js';
import type { Typed, TypedName } from './typed.js';

/** What fields are drawn from. */
export interface FieldLook {
  readonly t: DeskTexts;
  readonly lang: string;
  readonly typed: Typed;
  /** The fields that are wrong, or empty where something is needed. */
  readonly faults: readonly FieldName[];
}

const CERTAINTY = ['', 'never', 'possible', 'always'] as const;

/** The choices of the fields that have some; the first one is what holds where nothing is chosen. */
const CHOICES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  'transfer.tool': ['unknown', 'adequacy', 'dpf', 'scc', 'art49'],
  'role': ['', 'processor', 'joint-controller', 'controller'],
  'recording': CERTAINTY,
  'transcription': CERTAINTY,
  'livestream': CERTAINTY,
  'recordingPolicy': ['', 'ask'],
  'analytics': ['', 'no', 'yes'],
  'audience': ['', 'children', 'employees', 'public-authority'],
  'remember': ['', 'never'],
  'cmp': ['', 'auto'],
};

/** Codes that the browser names and that are no countries (CLDR's regions: unions, and codes for tests). */
const NO_COUNTRY = /^(?:EU|EZ|UN|QO|X[AB]|ZZ|AC|CP|DG|EA|IC|TA|AN|BU|CS|DD|FX|NT|SU|TP|YD|YU|ZR)$/;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country with its name in a language, by name. */
function countries(lang: string): [code: string, name: string][] {
  const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) => !NO_COUNTRY.test(code));
  const found = codes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name === undefined ? [] : [[code, name]];
  });
  return found.toSorted(([, one], [, other]) => one.localeCompare(other, lang));
}

const listed = new Map<string, [string, string][]>();

function countriesIn(lang: string): [code: string, name: string][] {
  const known = listed.get(lang) ?? countries(lang);
  listed.set(lang, known);
  return known;
}

const textIn = (t: DeskTexts, key: string): string | undefined => (t as Readonly<Record<string, string>>)[key];

/** The words of a choice; those of how certain something is are shared. */
const choiceText = (t: DeskTexts, name: string, value: string): string => textIn(t, `${name}_${value}`) ?? textIn(t, `certainty_${value}`) ?? value;

/** What is wrong with a field that somebody has been in. */
function faultOf({ t, typed, faults }: FieldLook, name: FieldName): string | undefined {
  if (typed[name] === undefined || !faults.includes(name)) return undefined;
  return typed[name].trim() === '' ? t.needed : t.wrong;
}

/** The id of a field, for its label and for links to it. */
export const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** A choice among some values. */
export function selectView({ name, choices, value, describedBy }: { name: TypedName; choices: readonly (readonly [value: string, text: string])[]; value: string; describedBy?: string | undefined }): TemplateResult {
  return html`<select id=${idOf(name)} name=${name} aria-describedby=${describedBy ?? nothing}>
    ${choices.map(([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`)}
  </select>`;
}

/** What a field is described by, and whether it is wrong. */
interface Described {
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

function control({ t, lang, typed }: FieldLook, name: FieldName, { describedBy, isWrong }: Described): TemplateResult {
  const value = name === 'room' ? roomOf(typed) : typed[name] ?? '';
  const { [name]: choices } = CHOICES;
  if (choices) return selectView({ name, choices: choices.map((one) => [one, choiceText(t, name, one)] as const), value: value || (choices[0] ?? ''), describedBy });
  if (name.endsWith('country')) return selectView({ name, choices: [['', t.preset_choose] as const, ...countriesIn(lang)], value, describedBy });
  return html`<input id=${idOf(name)} name=${name} .value=${live(value)} autocomplete="off" spellcheck="false" aria-describedby=${describedBy ?? nothing} aria-invalid=${isWrong ? 'true' : nothing}>`;
}

/** A question with its control, its help, and what is wrong with it. */
export function fieldView(look: FieldLook, name: FieldName): TemplateResult {
  const help = name === 'room' && !mayMakeUpRoom(look.typed) ? look.t.room_given : textIn(look.t, `${name}_help`);
  const fault = faultOf(look, name);
  const describedBy = [...help ? [`${idOf(name)}-help`] : [], ...fault ? [`${idOf(name)}-fault`] : []].join(' ') || undefined;
  return html`<p class="field">
    <label for=${idOf(name)}>${look.t[name]}</label>
    ${control(look, name, { describedBy, isWrong: fault !== undefined })}
    ${help ? html`<span class="help" id="${idOf(name)}-help">${help}</span>` : nothing}
    ${fault ? html`<span class="fault" id="${idOf(name)}-fault">${fault}</span>` : nothing}
  </p>`;
}
