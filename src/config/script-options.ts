// Made from schema.ts by `npm run forms`.

/** The options that are attributes of the script tag as well. */
export const SCRIPT_OPTIONS = 'privacyUrl site noticeVersion receipts files basis audience maxAgeDays storage remember start mode lang cmp recordingPolicy timeout diagnostics confirmLeave'.split(' ');

/** Those that are numbers. */
export const SCRIPT_NUMBERS = 'maxAgeDays timeout'.split(' ');

/** Those that are true or false. */
export const SCRIPT_FLAGS = 'confirmLeave'.split(' ');
