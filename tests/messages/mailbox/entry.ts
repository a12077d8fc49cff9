import { flagProjection, flagTable, hashOfWords } from '../../../src/messages/flag.ts';
import { monitoringFrom, monitoringProjection, monitoringTable } from '../../../src/messages/monitoring.ts';
import type { FileFlags, ToFile } from '../../../src/messages/triage/arrived.ts';
import { mailboxIn } from '../../../src/messages/triage/mailbox.ts';
import type { Scorer } from '../../../src/messages/triage/reader.ts';
import { triage } from '../../../src/messages/triage/triage.ts';
import { aloneAmongBeats } from '../../../src/records/lock.script.ts';
import { openRecords } from '../../../src/records/records.sheet.ts';
import { now } from '../../../src/records/surroundings.script.ts';
import type { School } from '../../../src/school/school.ts';
import { readMemory } from '../../../src/school/settings.script.ts';
import type { Visit } from '../../../src/school/visit.ts';

/** A small office of its own: its scorer flags what says `flag 3`, and it files into the real table of flags and nothing else. */
const scorer: Scorer = {
  version: 'words',
  /** As long as somebody says so. */
  get isRulesAlone() {
    return PropertiesService.getScriptProperties().getProperty('test-rules-alone') !== null;
  },
  verdict({ text }) {
    if (text.includes('crash')) throw new Error('the scorer stumbles over this');
    const [, digit] = /flag ([123])/.exec(text) ?? [];
    if (digit === undefined) return { flag: false, category: '', severity: 0, reasons: [] };
    return { flag: true, category: 'threat', severity: Number(digit) as 1 | 2 | 3, reasons: [] };
  },
};

const file: FileFlags = (messages, visit) => {
  if (messages.some(({ arrived }) => arrived.text.includes('unfilable'))) throw new RangeError('This cannot be kept');
  const key = `flags-${hashOfWords(messages.map(({ arrived }) => arrived.evidence.gmailId).join())}`;
  return visit.records.decide({ key, actor: 'heartbeat', reads: [flagTable] }, (view) => {
    const known = new Set(view.rows(flagTable).map(({ fingerprint }) => fingerprint));
    const fresh = messages.filter(({ arrived }) => !known.has(arrived.fingerprint) && known.add(arrived.fingerprint));
    const severity = ({ arrived, verdict }: ToFile) => (arrived.route === 'rule' ? verdict.severity || 1 : 2);
    return {
      events: fresh.map((each) => ({
        action: 'message flagged',
        subject: each.arrived.evidence.gmailId,
        payload: {
          ...{ flag: each.arrived.evidence.gmailId, reference: '', route: each.arrived.route ?? 'rule', category: 'threat', severity: severity(each) },
          ...{ reasons: [], scorer: each.scorer, evidence: each.arrived.evidence, fingerprint: each.arrived.fingerprint, lane: 'dsl', named: [] },
        },
      })),
      answer: messages.map((each) => ({
        gmailId: each.arrived.evidence.gmailId,
        outcome: fresh.includes(each) ? ('filed' as const) : ('known' as const),
        severity: severity(each),
        category: 'threat' as const,
      })),
    };
  });
};

function theRecords() {
  return openRecords([flagProjection, monitoringProjection], { fileId: readMemory().files['records'], build: 'test' });
}

function visit(): Visit {
  const domain = 'quillhaven.example';
  const school = {
    roleAccount: `safeguarding@${domain}`,
    domain,
    head: `head@${domain}`,
    dsl: `dsl@${domain}`,
    technicians: [`it@${domain}`],
  } as Partial<School>;
  const me: Visit['me'] = { email: 'heartbeat', name: 'Handrail', kind: 'staff', posts: [] };
  return { me, school: school as School, now: now(), records: theRecords(), rest: readMemory().rest, roll: [], newReference: () => 'C-AAAAAA' };
}

export function ensure() {
  return theRecords().ensure();
}

/** One beat of triage alone, in which it may take so long. */
export function beat(ms: number): void {
  const memory = readMemory();
  const end = Date.parse(now()) + ms;
  aloneAmongBeats(() => triage({ scorer: () => scorer, file, reported: () => null })(visit(), memory, () => Date.parse(now()) <= end));
}

export function set(setting: string, value: never): void {
  theRecords().decide({ key: `set-${setting}-${now()}`, actor: 'dsl@quillhaven.example', reads: [monitoringTable] }, () => ({
    events: [{ action: 'monitoring set', subject: setting, payload: { value, why: 'a test' } }],
    answer: null,
  }));
}

export function loseSecondVoice(): void {
  PropertiesService.getScriptProperties().setProperty('test-rules-alone', 'yes');
}

export function findSecondVoice(): void {
  PropertiesService.getScriptProperties().deleteProperty('test-rules-alone');
}

export function state() {
  return mailboxIn(readMemory().rest);
}

export function flags() {
  return theRecords().view([flagTable]).rows(flagTable);
}

export function monitoring() {
  return monitoringFrom(theRecords().view([monitoringTable]).rows(monitoringTable));
}

/** Whom each mail that is to go is for. */
export function mails() {
  return theRecords()
    .outbox.waiting()
    .map(({ to }) => to);
}
