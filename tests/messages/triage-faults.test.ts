import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { allowDeleting, aMonitoredSchool, mailFrom } from '../support/mail.ts';
import type { SchoolUnderTest } from '../support/school.ts';

const STRANGER = 'k.doe@example.org';

/** A threat to two pupils, a harmless mail, a letter to the office. */
function withMail(): SchoolUnderTest {
  const school = aMonitoredSchool('journal');
  allowDeleting(school);
  const { people, workspace } = school;
  const other = Object.values(workspace.data.people).find(({ orgUnitPath, email }) => orgUnitPath.startsWith('/Pupils') && email !== people.pupil);
  workspace.mail.receive(mailFrom(STRANGER, `${people.pupil}, ${other?.email}`, 'I know where you live. I am going to kill you tomorrow, you are dead.'));
  workspace.mail.receive(mailFrom(STRANGER, people.pupil, 'See you at football on Saturday.'));
  workspace.mail.send(people.teacher, mailFrom(people.teacher, people.office, 'Could you have a look at two of mine?', 'A worry'));
  return school;
}

test('C1: whichever call of a beat fails that reads, files, labels, deletes or tells, each message is filed once and nobody is told twice', () => {
  faultSweep<SchoolUnderTest>({
    arrange: withMail,
    clone: (school) => school.another(),
    tries: (call, isFirst) => (/^Gmail\.|setProperty/.test(call) ? isFirst : call.endsWith('.batchUpdate')),
    operation: (school, faults) => school.beat(faults),
    recover(school) {
      for (let beat = 0; beat < 2; beat += 1) {
        school.workspace.clock.pass(300_000);
        school.beat();
      }
    },
    invariant(school, where) {
      const { people, workspace } = school;
      const office = workspace.mail.mailbox(people.office);
      const labels = (subject: string) =>
        office.search(`subject:"${subject}" in:anywhere -in:sent`).map(({ labelIds }) => labelIds.map((id) => office.label(id)?.name));
      const lines = (sheet: string) =>
        school
          .sheet('records', sheet)
          .slice(1)
          .filter(([first]) => (first ?? '') !== '').length;
      const notices = school.mailTo(people.dsl).filter(({ subject }) => /concern is waiting/.test(subject)).length;
      expect({ where, flags: lines('Flags'), cases: lines('Cases'), notices, history: school.history() }).toEqual({
        ...{ where, flags: 2, cases: 2, notices: 2, history: 'unbroken' },
      });
      const filed = labels('Hi');
      expect({ where, filed: filed.length }).toEqual({ where, filed: 2 });
      for (const each of filed) expect(each).toContain('Handrail/High');
      for (const each of labels('A worry')) expect(each).toContain('Handrail/Medium');
    },
  });
});
