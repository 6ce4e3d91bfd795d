// Made from schema.ts by `npm run forms`.

/** The options that are attributes of the script tag and have no default: texts. */
export const SCRIPT_TEXTS = 'privacyUrl site receipts cmpService cmpCategory files';
