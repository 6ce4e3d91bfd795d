import type { Embed } from '../../config/embed.js';
import type { Settings } from '../../config/settings.js';
import type { DecisionRecord } from '../../consent/record.js';
import type { CreateMeetingRun } from '../../gate/meeting-run.js';
import type { Press } from '../../gate/press.js';
import type { Choice, Site } from '../../gate/site.js';
import type { GateState } from '../../gate/states.js';
import type { ChoiceKey } from '../../i18n/choice-messages.js';
import type { FailureCode, Provider, RecordingState } from '../../providers/provider.js';
import type { JitsiGateElement } from './gate-element.js';
import type { Look } from './first-facts.js';
import type { GateLook } from './look.js';

/** All that the views of a meeting are drawn from. */
export interface LaterLook extends GateLook {
  readonly failure: FailureCode | undefined;
  /** What is recorded; undefined where nothing ever was. */
  readonly recording: RecordingState | undefined;
  /** The visitor's latest decision. */
  readonly record: DecisionRecord | undefined;
}

/** How a gate gets files that are fetched later. Each call that failed may be made again. */
export interface GateFiles {
  /** Fetches what runs and draws a meeting, with its texts in a language, and adds it to `later`. */
  fetchMeeting(language: string): Promise<CreateMeetingRun>;
  /** Tells the owner all that is wrong with a placeholder. */
  tellInvalid(element: JitsiGateElement, settings: Settings): void;
}

/** The elements of a gate that stay while its view changes. */
export interface GateFrame {
  readonly section: HTMLElement;
  /** Spoken by screen readers when it changes. */
  readonly status: HTMLElement;
  /** Holds the view. */
  readonly box: HTMLElement;
  /** Holds the meeting. It stays the same element in every state: a moved iframe would reload and go deaf. */
  readonly stage: HTMLElement;
}

/** What a conduct needs of the gate that it conducts. */
export interface ConductedGate {
  readonly element: JitsiGateElement;
  readonly root: ShadowRoot;
  readonly frame: GateFrame;
  readonly files: GateFiles;
  /** What the placeholder says now; undefined where it cannot be used. */
  readonly embed: Embed | undefined;
  /** The language of the texts that are shown (ISO 639-1). */
  readonly language: string;
  readonly state: GateState | undefined;
  /** Draws the gate anew at the end of this turn; settles when it is drawn. */
  draw(): Promise<void>;
  /** All that views are drawn from; undefined as long as the texts of the language are not there. */
  look(): GateLook | undefined;
}

/** Conducts a gate from the first choice on: its state, its views, and the focus in it. */
export interface GateConduct {
  readonly state: GateState | undefined;
  /** Takes in what the placeholder says now. */
  read(): void;
  /** Takes in a press of the visitor. */
  press(press: Press): void;
  /** Draws the state in which the gate is; undefined where the author's content shows. */
  draw(look: GateLook | undefined): void;
  /** The gate has left the page. */
  close(): void;
}

/** What files that are fetched later add to every gate in the page. */
export interface Later {
  /** English texts beyond those of the first look. */
  texts?: Readonly<Record<ChoiceKey, string>>;
  conduct?: (gate: ConductedGate, site: Site, choice: Choice) => GateConduct;
  meeting?: {
    /** Draws a state of a meeting into a box that nobody else draws into. */
    draw(box: HTMLElement, state: GateState, look: LaterLook): void;
    readonly styles: string;
    /** Says to a screen reader that a state is reached. */
    statusText(state: GateState, before: GateState | undefined, look: LaterLook): string;
  };
  /** Draws otherwise where an operator has another software than Jitsi, or refuses frames. */
  drawnAs?: (look: GateLook, gate: ConductedGate) => GateLook | undefined;
  /** The words in which an operator is told of; undefined until they are there, of which it calls back. */
  wordsFor?: (look: Look & { readonly language: string }, come: () => void) => Readonly<Record<string, string>> | undefined;
  /** Shows the meetings of such an operator. */
  softwareProvider?: Provider;
  /** Runs the meetings. */
  createRun?: CreateMeetingRun;
  /** Shows the details of a gate where they are opened, once. */
  openDetails?: (gate: ConductedGate) => void;
  /** Whether the details of a gate were opened. */
  areDetailsOpen?: boolean;
}

/** What has been fetched so far. */
export const later: Later & Required<Pick<Later, 'drawnAs' | 'texts'>> = { texts: {} as Readonly<Record<ChoiceKey, string>>, drawnAs: (look) => look };
