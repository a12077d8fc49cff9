import { canonical } from '../records/canonical.ts';
import { hashOf } from '../records/hash.ts';
import { Refusal } from '../school/refusal.ts';

export const AUDIENCES = ['staff', 'technician', 'governor', 'volunteer', 'visitor', 'pupil', 'class', 'parent'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** An agreement's text: what a person is shown and agrees to. */
export type AgreementText = {
  title: string;
  audience: Audience;
  /** Shown above the clauses; may be empty. */
  introduction: string;
  clauses: string[];
  /** What is filled in at the end, in the school's own words: `Full name`, `Job title` … */
  signatureFields: string[];
};

/** A text with its number: what signatures refer to. The number rises with every change; old versions stay readable. */
export type AgreementVersion = AgreementText & {
  /** Short and stable: `staff`. */
  id: string;
  version: number;
  /** SHA-256 of the text as canonical JSON: anybody can make it again from a copy. */
  sha256: string;
};

/**
 * Gives a text its version and fingerprint.
 * @throws Refusal `agreement-empty` when there is nothing to agree to
 */
export function versionOf(id: string, version: number, text: AgreementText): AgreementVersion {
  const clauses = text.clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
  if (clauses.length === 0)
    throw new Refusal(
      'agreement-empty',
      `"${text.title}" has no clauses, so there is nothing to agree to. Add at least one line that begins with a bullet or a number.`,
      'text',
    );
  if (text.title.trim() === '') throw new Refusal('agreement-untitled', 'Give the agreement a title', 'title');
  const whole: AgreementText = {
    title: text.title.trim(),
    audience: text.audience,
    introduction: text.introduction,
    clauses,
    signatureFields: text.signatureFields,
  };
  return { id, version, ...whole, sha256: hashOf(canonical(whole)) };
}

/** Clauses shown together and agreed to together: few enough that each is read. */
const CLAUSES_A_GROUP = 6;

/** Clauses in groups of nearly equal size, in order. */
export function clauseGroups(clauses: readonly string[]): string[][] {
  const count = Math.ceil(clauses.length / CLAUSES_A_GROUP);
  const size = Math.ceil(clauses.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => clauses.slice(index * size, (index + 1) * size));
}

/** The agreement as plain text: what a copy shows. */
export function plainText(agreement: AgreementText): string {
  return [
    agreement.title,
    '',
    ...(agreement.introduction ? [agreement.introduction, ''] : []),
    ...agreement.clauses.map((clause, index) => `${index + 1}. ${clause}`),
  ].join('\n');
}
