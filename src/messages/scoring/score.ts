/** One verdict on a message from both voices: the rules, which say what they stand on, and the model, which hears what no rule names. */
import { CATEGORIES, type Category, type MessageSeverity, type MessageToScore, type Reason, type Verdict } from '../message.ts';
import type { Monitoring, Threshold } from '../monitoring.ts';
import { RULES } from '../rules/all.ts';
import { applyRules, type RuleHit } from './apply-rules.ts';
import type { Heard, Model } from './model.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepared.ts';

/** The scorer's own version: it changes when what follows from rules and model does. */
export const SCORER = 'scorer 1';
/** The model's id among rules: mutes name it, and reasons. */
export const MODEL = 'model';

export interface Scoring {
  /** Null: the rules alone. */
  model: Model | null;
  monitoring: Pick<Monitoring, 'mutes' | 'own' | 'thresholds'>;
  /** ISO 8601. */
  now: string;
}

/**
 * How sure the model must be to flag without a rule, chosen on authors held out, so that about one in twenty hard harmless messages is flagged.
 * A bar for each category was tried, and brought nothing on others than those it was chosen on.
 */
export const SURE = 0.7;
const MORE: Record<Threshold, number> = { sooner: -0.12, usual: 0, later: 0.14 };
/**
 * What may have been written for everybody (news, plays) makes less sure, when nobody knows that it went from one to another: by so much for
 * every step beyond where it begins, both counted as logarithms of odds.
 */
const PUBLISHED = { from: -3, less: 0.35 };
/** A severity is given when it is this likely. Of messages called grave by a third, on authors held out, nine in ten were of severity 2 at least. */
const SEVERE = { 2: 0.5, 3: 0.35 };
/** What a rule must have found, if only as a sign, for the model to call a message grave. */
const BACKED = 2;
/** How much a rule's word counts beside the model's in saying what a message is about. */
const SAYS = { alone: 0.5, signal: 0.15 };
/** A reason is shown for a message that is not flagged when the model was at least this sure. */
const NEARLY = 0.35;
/** No threshold silences these (a direct threat, somebody telling of harm). */
const NEVER_SILENT: ReadonlySet<Category> = new Set(['threat', 'disclosure']);

const UNMUTED = new Set(RULES.filter(({ isNeverMuted }) => isNeverMuted).map(({ id }) => id));

/** Scores a message (C3). Pure: the same message, model and settings give the same verdict. */
export function score(message: MessageToScore, { model, monitoring, now }: Scoring): Verdict {
  const prepared = prepare(message);
  const day = now.slice(0, 10);
  const hits = applyRules(prepared, monitoring, day);
  const heard = model === null ? null : model.listen(prepared, hits);
  const flagging = hits.filter((hit) => flagsAlone(hit, monitoring.thresholds));
  const category = categoryOf(hits, heard);
  const isMuted = monitoring.mutes.some(({ rule, until }) => rule === MODEL && day <= until);
  const modelFlags = heard !== null && category !== '' && isSure(surenessOf(heard, message), category, monitoring.thresholds, isMuted);
  const flag = flagging.length > 0 || modelFlags;
  const severity = flag && category !== '' ? severityOf(flagging, hits, modelFlags ? heard : null) : 0;
  const ofModel = heard !== null && category !== '' && heard.flag >= NEARLY ? reasonsOf(heard, category, severity || 1, prepared) : [];
  return { flag, category: flag ? category : '', severity, reasons: [...hits.map(reasonOf).sort(byStrength(flagging)), ...ofModel] };
}

/** A rule that flags by itself does, except a note of severity 1 where the school wants fewer of its category. */
function flagsAlone({ rule, alone, severity, category }: RuleHit, thresholds: Monitoring['thresholds']): boolean {
  return alone && (severity > 1 || thresholds[category] !== 'later' || UNMUTED.has(rule));
}

function surenessOf({ flag, published }: Heard, { from, to }: MessageToScore): number {
  if (from !== '' || to !== '') return flag;
  return 1 / (1 + Math.exp(PUBLISHED.less * Math.max(0, odds(published) - PUBLISHED.from) - odds(flag)));
}

/** The logarithm of the odds of a chance. */
function odds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

function isSure(chance: number, category: Category, thresholds: Monitoring['thresholds'], isMuted: boolean): boolean {
  const isNeverSilent = NEVER_SILENT.has(category);
  if (isMuted && !isNeverSilent) return false;
  const threshold = thresholds[category];
  return chance >= SURE + MORE[isNeverSilent && threshold === 'later' ? 'usual' : threshold];
}

/** What the message is most likely about: what the model hears, and what the rules say. '' when neither says anything. */
function categoryOf(hits: readonly RuleHit[], heard: Heard | null): Category | '' {
  const sums = new Map<Category, number>(
    CATEGORIES.map((category) => [category, heard === null ? 0 : heard.categories[category] / Math.max(heard.flag, 1e-6)]),
  );
  for (const { category, alone, severity, against } of hits) {
    if (against === '') sums.set(category, (sums.get(category) ?? 0) + (alone ? SAYS.alone : SAYS.signal) + severity / 100);
  }
  const [first] = [...sums].sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === 0 ? '' : first[0];
}

/** The gravest of what flags. The model alone says at most 2: who must act today wants something to stand on that a rule has found. */
function severityOf(flagging: readonly RuleHit[], hits: readonly RuleHit[], heard: Heard | null): Exclude<MessageSeverity, 0> {
  const ofRules = Math.max(0, ...flagging.map(({ severity }) => severity)) as MessageSeverity;
  const isBacked = hits.some(({ severity, against }) => severity >= BACKED && against === '');
  const ofModel = heard === null ? 0 : heard.severity[3] >= SEVERE[3] && isBacked ? 3 : heard.severity[2] >= SEVERE[2] ? 2 : 1;
  return ofRules > ofModel ? (ofRules as Exclude<MessageSeverity, 0>) : ofModel || 1;
}

function reasonOf({ rule, version, category, severity, words, against }: RuleHit): Reason {
  return { rule, version, category, severity, words, against };
}

/** What flags comes first, then by severity; what speaks against it comes last. */
function byStrength(flagging: readonly RuleHit[]): (one: Reason, other: Reason) => number {
  const ids = new Set(flagging.map(({ rule }) => rule));
  const strength = ({ rule, severity, against }: Reason): number => (ids.has(rule) ? 10 : 0) + severity - (against === '' ? 0 : 5);
  return (one, other) => strength(other) - strength(one);
}

function reasonsOf(heard: Heard, category: Category, severity: Exclude<MessageSeverity, 0>, { written }: Prepared): Reason[] {
  return [
    {
      rule: MODEL,
      version: 1,
      category,
      severity,
      words: heard
        .phrases()
        .map(({ from, to }) => written.slice(from, to).replace(/\s+/g, ' '))
        .join(' … '),
      against: '',
    },
  ];
}
