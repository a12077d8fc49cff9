/** Whom an agreement is for. The first that fits decides how it is signed; the order is that of lists people see. */
export const AUDIENCES = [
  'staff',
  'technician',
  'supply',
  'governor',
  'volunteer',
  'visitor',
  'external',
  'photographer',
  'ks1',
  'ks2',
  'secondary',
  'class',
  'parent',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * The forms there are. `account`: verified school account. `open`: anybody with the link, address typed. `promises`: a parent signs for one
 * young child. `family`: a parent signs for several children, with permissions.
 */
export const FORM_KINDS = ['account', 'open', 'promises', 'family'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** How an audience signs: facts from the schools' policies, by row of the requirements. */
export interface Signing {
  /** In lists: `Staff`. */
  name: string;
  forms: readonly FormKind[];
  /** Somebody must countersign before access is given (A2, A4). */
  isApproved: boolean;
  /** Asked again with every year's round (A1, A7). */
  isYearly: boolean;
  /** Who is told that there is something to sign. Nobody: whoever comes is handed the form at reception. */
  told: 'themselves' | 'class teacher' | 'parents' | 'nobody';
  /** Access ends on a day that the approver sets (A4). */
  isGuest: boolean;
}

const ADULT = { isApproved: true, isYearly: true, told: 'themselves', isGuest: false } as const;
const GUEST = { forms: ['account', 'open'], isApproved: true, isYearly: false, told: 'nobody', isGuest: true } as const;
const PUPIL = { forms: ['account'], isApproved: false, isYearly: true, told: 'class teacher', isGuest: false } as const;

export const SIGNING: Record<Audience, Signing> = {
  staff: { ...ADULT, name: 'Staff', forms: ['account'] },
  technician: { ...ADULT, name: 'Technicians', forms: ['account'] },
  supply: { ...ADULT, name: 'Supply and trainees', forms: ['account', 'open'], isGuest: true },
  governor: { ...ADULT, name: 'Governors', forms: ['account', 'open'] },
  volunteer: { ...ADULT, name: 'Volunteers', forms: ['account', 'open'] },
  visitor: { ...GUEST, name: 'Visitors' },
  external: { ...GUEST, name: 'External groups' },
  photographer: { ...GUEST, name: 'Photographers' },
  ks1: { ...PUPIL, name: 'Pupils to Year 2', forms: ['promises'], told: 'parents' },
  ks2: { ...PUPIL, name: 'Pupils, Years 3 to 6' },
  secondary: { ...PUPIL, name: 'Pupils from Year 7' },
  class: { ...PUPIL, name: 'Classes' },
  parent: { name: 'Parents and carers', forms: ['family'], isApproved: false, isYearly: false, told: 'parents', isGuest: false },
};

/** The forms an agreement needs: those of everybody it is for. */
export function formsFor({ audience, alsoFor }: { audience: Audience; alsoFor: readonly Audience[] }): FormKind[] {
  const wanted = new Set([audience, ...alsoFor].flatMap((each) => SIGNING[each].forms));
  return FORM_KINDS.filter((kind) => wanted.has(kind));
}
