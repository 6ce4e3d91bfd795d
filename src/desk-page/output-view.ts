import { type TemplateResult, html } from 'lit';
import { download } from '../elements/settings/download.js';
import type { DeskTexts } from './texts/en.js';

/** A text to copy or to save. */
export interface Output {
  /** The name of the file that it is saved as. */
  readonly file: string;
  readonly text: string;
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
}

/** Tells what was done, in words that a screen reader speaks. */
export type Say = (text: string) => void;

/** Copies a text; where the page may not, selects it for the visitor to do so. */
async function copy(box: HTMLTextAreaElement, t: DeskTexts, say: Say): Promise<void> {
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    say(t.copied);
  } catch {
    box.focus();
    say(t.copyYourself);
  }
}

/** A text with the ways to take it along. */
export function outputView(output: Output, t: DeskTexts, say: Say): TemplateResult {
  const { file, text, label } = output;
  const boxOf = ({ currentTarget }: Event): HTMLTextAreaElement => (currentTarget as HTMLElement).closest('.output')?.querySelector('textarea') as HTMLTextAreaElement;
  return html`<div class="output" data-file=${file}>
    <textarea readonly dir="ltr" spellcheck="false" rows=${Math.min(16, text.split('\n').length + 1)} aria-label=${label} .value=${text}></textarea>
    <p>
      <button type="button" @click=${(event: Event) => void copy(boxOf(event), t, say)} aria-label="${t.copy}: ${label}">${t.copy}</button>
      <button type="button" @click=${() => download(file, text, 'text/plain')} aria-label="${t.download}: ${label}">${t.download}</button>
    </p>
  </div>`;
}
