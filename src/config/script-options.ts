// Made from schema.ts by `npm run forms`.

/** The options that are attributes of the script tag as well; after a colon the type of those that are no texts. */
export const SCRIPT_OPTIONS = 'privacyUrl site noticeVersion receipts files basis audience maxAgeDays:number storage remember start mode lang cmp recordingPolicy timeout:number diagnostics confirmLeave:flag headingLevel:number'.split(' ');
