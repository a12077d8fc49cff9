import { canonical } from '../records/canonical.ts';
import { hashOf } from '../records/hash.ts';
import { Refusal } from '../school/refusal.ts';
import type { Audience } from './audience.ts';

/** Clauses shown on one page of the form, and agreed to, or acknowledged, as a whole (A1, A9). */
export type Section = { heading: string; asks: 'agree' | 'acknowledge'; clauses: string[] };

/** Something a parent allows for each child, or does not: never preselected (A8). */
export type Permission = {
  /** Short and stable: `images-website`. */
  id: string;
  question: string;
};

/** An agreement's text: what a person is shown and agrees to. */
export type AgreementText = {
  title: string;
  audience: Audience;
  /** Others who sign the same text: many schools have one for staff, governors and volunteers. */
  alsoFor: Audience[];
  /** Shown above the sections; may be empty. */
  introduction: string;
  sections: Section[];
  /** For parents' agreements. */
  permissions: Permission[];
  /** What is filled in at the end, in the school's own words: `Full name`, `Job title` … */
  signatureFields: string[];
};

/** A text with its number: what signatures refer to. The number rises with every change; old versions stay readable for ever (A13). */
export type AgreementVersion = AgreementText & {
  /** Short and stable: `staff`, `class-3A`. */
  id: string;
  version: number;
  /** SHA-256 of the text as canonical JSON: anybody can make it again from a copy. */
  sha256: string;
};

/** How a new version came about (A13). */
export type VersionFacts = {
  /** A minor change asks nobody to sign again; a material one asks everybody affected. The first version is material. */
  change: 'minor' | 'material';
  /** ISO day from which it holds. */
  effective: string;
  /** Who approved the text: `Governing body, 12 September 2026`. May be empty. */
  approvedBy: string;
};

/**
 * Gives a text its version and fingerprint.
 * @throws Refusal when there is nothing to agree to, no title, or a permission is asked for twice
 */
export function versionOf(id: string, version: number, text: AgreementText): AgreementVersion {
  const sections = text.sections
    .map((section) => ({
      ...section,
      heading: section.heading.trim(),
      clauses: section.clauses.map((clause) => clause.trim()).filter((clause) => clause !== ''),
    }))
    .filter((section) => section.clauses.length > 0);
  if (sections.length === 0)
    throw new Refusal(
      'agreement-empty',
      `"${text.title}" has no clauses, so there is nothing to agree to. Add at least one line that begins with a bullet or a number.`,
      'text',
    );
  if (text.title.trim() === '') throw new Refusal('agreement-untitled', 'Give the agreement a title', 'title');
  const twice = text.permissions.find(({ id, question }, index) =>
    text.permissions.slice(0, index).some((other) => other.id === id || other.question === question),
  );
  if (twice) throw new Refusal('permission-doubled', `Parents are asked twice: “${twice.question}”. Take one of them away.`, 'permissions');
  const whole: AgreementText = {
    title: text.title.trim(),
    audience: text.audience,
    alsoFor: text.alsoFor.filter((audience) => audience !== text.audience),
    introduction: text.introduction,
    sections,
    permissions: text.permissions,
    signatureFields: text.signatureFields,
  };
  return { id, version, ...whole, sha256: hashOf(canonical(whole)) };
}

/** Every clause, in order. */
export function clausesOf(agreement: Pick<AgreementText, 'sections'>): string[] {
  return agreement.sections.flatMap((section) => section.clauses);
}

/** Clauses shown together: few enough that each is read. */
const CLAUSES_A_SECTION = 6;

/** A flat list of clauses as sections of nearly equal size, in order: what an imported agreement becomes. */
export function sectionsFrom(clauses: readonly string[]): Section[] {
  const count = Math.ceil(clauses.length / CLAUSES_A_SECTION);
  const size = Math.ceil(clauses.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ({
    heading: count === 1 ? 'What I agree to' : `Part ${index + 1} of ${count}`,
    asks: 'agree' as const,
    clauses: clauses.slice(index * size, (index + 1) * size),
  }));
}

/** The agreement as plain text: what a copy shows. */
export function plainText(agreement: AgreementText): string {
  let number = 0;
  const sections = agreement.sections.flatMap(({ heading, asks, clauses }) => [
    '',
    asks === 'acknowledge' ? `${heading} (to be read and acknowledged)` : heading,
    ...clauses.map((clause) => {
      number += 1;
      return `${number}. ${clause}`;
    }),
  ]);
  return [
    agreement.title,
    ...(agreement.introduction ? ['', agreement.introduction] : []),
    ...sections,
    ...(agreement.permissions.length > 0 ? ['', 'Yes or no for each child', ...agreement.permissions.map(({ question }) => `- ${question}`)] : []),
  ].join('\n');
}
