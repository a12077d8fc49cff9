import { caseTable } from '../incidents/case.ts';
import { filterTable } from '../incidents/filtering/filter-change.ts';
import { incidentSettings } from '../incidents/incident-settings.script.ts';
import { type IsoDate, ukDate, ukDay } from '../school/calendar.ts';
import { Refusal } from '../school/refusal.ts';
import type { Memory } from '../school/settings.script.ts';
import { ukTime } from '../school/uk-time.ts';
import type { Visit } from '../school/visit.ts';
import type { Counted } from './figures.ts';
import { halfTerms, type Period, periodFrom, termsIn, wholePeriods } from './periods.ts';
import { fullFigures, protectedYear, type ReportFigures } from './report.ts';
import { isCounted, VERSIONS, type VersionId, versionsFor } from './versions.ts';

/** A report as a page and a PDF show it (B16). It holds no name, no reference and no story. */
export interface Report extends ReportFigures {
  version: VersionId;
  /** Who it is for. */
  title: string;
  school: string;
  /** Name and days of its period. */
  period: string;
  /** dd/MM/yyyy HH:mm */
  made: string;
  /** What whoever reads it must know, in sentences. */
  notes: string[];
}

export interface ReportPage {
  versions: { id: VersionId; title: string; hidesSmall: boolean }[];
  /** What may be chosen; a version that hides small numbers takes `whole` ones that are over. */
  periods: (Period & { whole: boolean; over: boolean })[];
  /** What is shown: the same days go back for the PDF. */
  chosen: { version: VersionId; from: IsoDate; to: IsoDate };
  report: Report;
}

/** '' where nobody has chosen yet. */
export interface ReportWanted {
  version: VersionId | '';
  /** As typed or chosen; the first and the last day. */
  from: string;
  to: string;
}

/**
 * A report of the cases received in a period (B16).
 * @throws Refusal leading to `version`, `from` or `to`
 */
export function seeReport(wanted: ReportWanted, visit: Visit, memory: Memory): ReportPage {
  const today = ukDay(visit.now);
  const versions = versionsFor(visit.me);
  const version = wanted.version || (versions[0] ?? 'governors');
  if (!versions.includes(version))
    throw new Refusal('not-your-version', 'That version of the report is for the headteacher, the DSL team and senior leaders.', 'version');
  const periods = [
    ...wholePeriods(today).map((period) => ({ ...period, whole: true, over: period.to < today })),
    ...halfTerms(today).map((period) => ({ ...period, whole: false, over: period.to < today })),
  ];
  const usual = periods.find(({ over }) => over || !VERSIONS[version].hidesSmall);
  const period = wanted.from === '' && wanted.to === '' && usual ? usual : periodFrom(wanted, today);
  return {
    versions: versions.map((id) => ({ id, ...VERSIONS[id] })),
    periods,
    chosen: { version, from: period.from, to: period.to },
    report: reportOf(version, period, visit, memory),
  };
}

function reportOf(version: VersionId, period: Period, { me, school, records, now }: Visit, memory: Memory): Report {
  const { smallCount } = incidentSettings(memory);
  const terms = VERSIONS[version].hidesSmall ? termsOver(period, ukDay(now)) : [];
  const view = records.view([caseTable, filterTable]);
  const counted = { cases: view.rows(caseTable).filter((row) => isCounted(row, version, me, school)), filter: view.rows(filterTable) };
  const { figures, notes } = VERSIONS[version].hidesSmall
    ? guarded(counted, terms, now, smallCount)
    : {
        figures: fullFigures(counted, period, now, smallCount),
        notes: [
          'Numbers are as far as you may see: no concern that names you is counted, nor one in a lane about adults that you do not read.',
          NOT_FOR_OTHERS,
        ],
      };
  return {
    ...figures,
    ...{ version, title: VERSIONS[version].title, school: school.name, made: ukTime(now) },
    period: `${period.name}, ${ukDate(period.from)} to ${ukDate(period.to)}`,
    notes: ['Concerns are counted by the day on which they were received.', ...notes],
  };
}

const NOT_FOR_OTHERS = 'It shows small numbers: do not pass it on to governors or the local authority. There is a version for each of them.';

function guarded(counted: Counted, terms: readonly Period[], now: string, smallest: number): { figures: ReportFigures; notes: string[] } {
  const { figures, leftOut } = protectedYear(counted, terms, now, smallest);
  return {
    figures,
    notes: [
      'Counted are concerns about pupils, misuse, and lost devices or data. Concerns about adults are not, nor any that names somebody who may have this report.',
      `Numbers below ${smallest}, none among them, are hidden; so are others where a hidden one could be worked out from them.`,
      ...(terms.length > 1 ? ['A number of the year is the sum of its terms: where one of them is hidden, so is the sum.'] : []),
      ...leftOut.map(
        (name) => `${name}: fewer than ${smallest} concerns. ${terms.length > 1 ? 'Nothing in this report counts them.' : 'There is nothing more to show.'}`,
      ),
    ],
  };
}

/** @throws Refusal: parts of a term, or a term that goes on, could be laid beside the whole one and subtracted */
function termsOver(period: Period, today: IsoDate): Period[] {
  const terms = termsIn(period);
  if (terms === null)
    throw new Refusal(
      'not-a-term',
      'This version is made of a whole term or school year: of other days, what is hidden could be worked out by subtraction.',
      'from',
    );
  if (period.to >= today)
    throw new Refusal(
      'not-over',
      `This version is made when the term or year is over, after ${ukDate(period.to)}: later numbers of the same days could be compared with it.`,
      'to',
    );
  return terms;
}
