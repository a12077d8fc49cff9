import { caseTable } from '../../incidents/case.ts';
import { peopleIn } from '../../incidents/working/case-people.ts';
import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import type { Visit } from '../../school/visit.ts';
import { flagTable, isFlag } from '../flag.ts';
import { monitoringFrom, monitoringTable } from '../monitoring.ts';
import { alertsFor, alertTable } from './alerts.ts';
import type { Filed, FileFlags, ToFile } from './arrived.ts';
import { conversationOf, sameMessages } from './conversation.ts';
import { type Earlier, Filing } from './filing.ts';
import { type Plan, planFor } from './filing-plan.ts';
import { registerOf } from './people-in-mail.ts';

const ACTOR = 'heartbeat';
/** A call takes about two megabytes; texts stand twice in a batch, and what is not ASCII takes six characters each. */
const HEAVIEST = 400_000;

/** Files messages: see `FileFlags`. */
export const fileFlags: FileFlags = (messages, visit) => {
  const register = registerOf(visit.roll, visit.school);
  return inLoads(messages).flatMap((load) => {
    const plans = load.map((message) => planFor(message, register, visit.now));
    const filed = new Map(
      fileLoad(
        plans.flatMap((plan) => plan ?? []),
        visit,
      ).map((each) => [each.gmailId, each]),
    );
    return load.map(({ arrived }) => filed.get(arrived.evidence.gmailId) ?? nothing(arrived.evidence.gmailId));
  });
};

function fileLoad(plans: readonly Plan[], visit: Visit): Filed[] {
  if (plans.length === 0) return [];
  const { school, now, records } = visit;
  const earlier = earlierOf(plans, visit);
  const ids = plans.map(({ flag, severity, category }) => [flag, severity, category]);
  return records.decide<Filed[]>(
    { key: `flags-${hashOf(canonical(ids))}`, actor: ACTOR, reads: [flagTable, caseTable, alertTable, monitoringTable] },
    (view) => {
      const filing = new Filing(view.rows(flagTable), view.rows(caseTable), earlier, visit);
      const answer = filing.fileAll(plans);
      const { alerts } = monitoringFrom(view.rows(monitoringTable));
      const { events, mails } = alertsFor(filing.notices, view.rows(alertTable), alerts, now, school);
      return { events: [...filing.events, ...events], mails, answer };
    },
  );
}

/** What the journal says of messages that were only noted and of cases that these messages may join: two calls, none when there are no such. */
function earlierOf(plans: readonly Plan[], { records }: Visit): Earlier {
  const flags = records.view([flagTable]).rows(flagTable);
  const touched = plans.flatMap(({ arrived }) => [...sameMessages(arrived, flags), ...conversationOf(arrived, flags)]);
  const subjects = [...new Set(touched.map(({ reference, flag }) => reference || flag))];
  const histories = subjects.length === 0 ? [] : [...records.histories(subjects)];
  const noted = histories.flatMap(([, history]) => history.filter((event) => isFlag(event, 'message flagged')).map(({ payload }) => payload));
  return {
    noted: new Map(noted.filter(({ reference }) => reference === '').map((payload) => [payload.flag, payload])),
    people: new Map(
      histories.map(([subject, history]) => {
        const version = history.filter(({ action, payload }) => payload !== null && (action === 'concern raised' || action === 'case people changed')).length;
        return [subject, { people: peopleIn(history), version }];
      }),
    ),
  };
}

/** Messages that can be kept in one call together: at least one, however heavy it is. */
function inLoads(messages: readonly ToFile[]): ToFile[][] {
  const loads: ToFile[][] = [];
  let weight = 0;
  for (const message of messages) {
    const own = canonical(message.arrived.evidence.text).length + canonical(message.arrived.remark).length;
    const last = loads[loads.length - 1];
    if (last === undefined || weight + own > HEAVIEST) {
      loads.push([message]);
      weight = own;
    } else {
      last.push(message);
      weight += own;
    }
  }
  return loads;
}

function nothing(gmailId: string): Filed {
  return { gmailId, outcome: 'none', severity: 0, category: '' };
}
