import type { EmbedAttribute } from '../../config/embed-attributes.js';
import type { GetToken, GetUserInfo, UserInfo } from '../../config/schema.js';
import type { GateEvents } from '../../lib/events.js';

type Text = string | number | null | undefined;

/** What an application writes on `<jitsi-gate>`: attributes by their name or as properties, and what is never an attribute. */
export type GateMarkup = { readonly [name in EmbedAttribute]?: Text } & {
  /** Level of the heading, 1 to 6; `heading-level` as a property. */
  readonly headingLevel?: Text;
  /** Token (JWT), or a function that is asked for it after the visitor's yes. */
  readonly jwt?: string | GetToken | null | undefined;
  /** Who the visitor is, or a function that is asked for it after the visitor's yes. */
  readonly userInfo?: UserInfo | GetUserInfo | null | undefined;
};

/** Listeners by the name that a framework gives them: `Prefix` and the event's name. */
export type GateListeners<Prefix extends string> = { readonly [name in keyof GateEvents as `${Prefix}${name}`]?: ((event: CustomEvent<GateEvents[name]>) => void) | undefined };
