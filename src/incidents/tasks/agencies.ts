/** Whom a case may be referred to (B6). */
export const AGENCIES = {
  police: 'Police',
  'social care': 'Children’s social care (MASH)',
  lado: 'Local authority designated officer (LADO)',
  ceop: 'CEOP',
  iwf: 'Internet Watch Foundation',
  prevent: 'Prevent / Channel',
  'local authority': 'Local authority',
  hr: 'Human resources',
  technical: 'Technical support',
  ico: 'Information Commissioner (ICO)',
  health: 'Health or mental-health services',
  other: 'Somebody else',
} as const;
export type AgencyId = keyof typeof AGENCIES;
export const AGENCY_IDS = Object.keys(AGENCIES) as [AgencyId, ...AgencyId[]];
