import { type TemplateResult, html } from 'lit';
import type { ConfigInput } from '../config/schema.js';
import { type FieldName, MEETING_FIELDS, SITE_FIELDS, operatorFields, roomOf } from '../desk/draft.js';
import { PRESETS, type PresetGroup } from '../desk/presets.js';
import type { DeskLanguage } from '../desk/screening-languages.js';
import type { Texts } from '../i18n/load.js';
import { type FieldLook, fieldView, idOf, selectView } from './field-view.js';
import type { Say } from './output-view.js';
import { resultsView } from './results-view.js';
import { screeningView } from './screening-view.js';

/** What the whole page is drawn from. */
export interface PageLook extends FieldLook {
  readonly lang: DeskLanguage;
  /** The configuration, once it can be used. */
  readonly config: ConfigInput | undefined;
  readonly noticeLanguage: string;
  readonly noticeTexts: Texts | undefined;
  /** What was done last. */
  readonly status: string;
  readonly say: Say;
  startOver(): void;
}

const LANGUAGE_NAMES = [['en', 'English'], ['de', 'Deutsch'], ['fr', 'Français']] as const;
const GROUPS: readonly PresetGroup[] = ['own', 'service', 'other'];

function presetView({ t, typed: { preset = '' } }: PageLook): TemplateResult {
  const options = (group: PresetGroup): TemplateResult[] => PRESETS.filter((one) => one.group === group).map(({ id }) => (
    html`<option value=${id} ?selected=${id === preset}>${(t as Readonly<Record<string, string>>)[`preset_${id}`]}</option>`));
  return html`<p class="field"><label for=${idOf('preset')}>${t.preset}</label>
    <select id=${idOf('preset')} name="preset">
      <option value="" ?selected=${preset === ''}>${t.preset_choose}</option>
      ${GROUPS.map((group) => html`<optgroup label=${t[`group_${group}`]}>${options(group)}</optgroup>`)}
    </select></p>`;
}

/** What is still missing, each with a way there. */
function missingView({ t, typed, faults }: PageLook): TemplateResult {
  const missing: readonly ('preset' | FieldName)[] = typed.preset ? faults : ['preset', ...faults.filter((name) => SITE_FIELDS.includes(name as never))];
  return html`<p id="missing">${t.missing}</p><ul>${missing.map((name) => html`<li><a href="#${idOf(name)}">${t[name]}</a></li>`)}</ul>`;
}

function previewView(look: PageLook): TemplateResult {
  const { t, config, typed, lang, say } = look;
  if (!config) return html`<p>${t.previewWaits}</p>${missingView(look)}`;
  const stop = (event: Event): void => {
    event.preventDefault();
    say(t.previewStopped);
  };
  return html`<p>${t.previewIs}</p>
    <div class="preview" @jitsi-gate-before-load=${stop}><jitsi-gate room=${roomOf(typed)} label=${typed.label?.trim() || t.previewRoom} lang=${lang} heading-level="3"></jitsi-gate></div>`;
}

const step = (id: string, title: string, content: unknown): TemplateResult => html`<section aria-labelledby="step-${id}"><h2 id="step-${id}">${title}</h2>${content}</section>`;

/** The whole page. */
export function pageView(look: PageLook): TemplateResult {
  const { t, lang, typed, config, status, say, noticeLanguage, noticeTexts, startOver } = look;
  return html`
    <header>
      <h1>${t.title}</h1>
      <p class="field language"><label for=${idOf('language')}>${t.language}</label>${selectView({ name: 'language', choices: LANGUAGE_NAMES, value: lang })}</p>
      <p>${t.intro}</p>
      <p><strong>${t.private}</strong></p>
    </header>
    <main>
      <form novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${step('operator', t.step_operator, html`${presetView(look)}${operatorFields(typed).map((name) => fieldView(look, name))}`)}
        ${step('meetings', t.step_meetings, MEETING_FIELDS.map((name) => fieldView(look, name)))}
        ${step('site', t.step_site, SITE_FIELDS.map((name) => fieldView(look, name)))}
        ${step('preview', t.step_preview, previewView(look))}
        ${step('results', t.step_results, html`
          ${config ? resultsView({ t, typed, config, noticeLanguage, noticeTexts, say }) : html`<p>${t.resultsWait}</p>`}
          <h3>${t.screening}</h3>${screeningView({ t, lang, typed, say })}
          <p>${t.next}</p>
          <p><button type="button" @click=${startOver}>${t.startOver}</button></p>`)}
      </form>
      <p role="status" class="status">${status}</p>
    </main>`;
}
