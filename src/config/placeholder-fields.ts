// Made from schema.ts by `npm run forms`.

/** The attributes of a placeholder, each with its rule (lib/rule.ts). The room has to be there. */
export const PLACEHOLDER_FIELDS = {
  room: 'room',
  operator: 'text',
  domain: 'text',
  label: 'text|200',
  subject: 'text|200',
  lang: 'tag',
  start: '|click|auto',
  height: 'height',
  poster: 'poster',
  'heading-level': '|1|2|3|4|5|6',
} as const;
