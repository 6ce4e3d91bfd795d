// Made from others.ts by `npm run forms`.

/** Stands for the list of what a software stores in the terms of a decision: its digest. Jitsi's stands in jitsi-stored-version.ts. */
export const STORED_VERSIONS = {
  'bigbluebutton': 'w7k42t3wcozn',
  'element-call': '1brtvex1gheii7',
  'galene': '16mw36u54a0v4',
  'other': 'w7k42t3wcozn',
  'visio': '16pucf1sfosul',
  'whereby': 'w7k42t3wcozn',
} as const;
