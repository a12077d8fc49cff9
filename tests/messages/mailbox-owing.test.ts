import { expect, test } from '@jest/globals';
import { mailboxHealth } from '../../src/messages/settings/mailbox-health.ts';
import { MailOffice } from './mailbox/world.ts';

/** One beat in which the first call that labels fails, however often it is tried. */
function beatWithoutLabels(office: MailOffice): void {
  const first =
    office
      .clone()
      .beat()
      .calls.findIndex(({ name }) => name.endsWith('.batchModify')) + 1;
  expect(first).toBeGreaterThan(0);
  office.beat([0, 1, 2, 3, 4].map((more) => ({ at: first + more, kind: 'fails before' as const })));
}

test('C1: while Gmail labels nothing, new mail is read and filed all the same, the page says so, and the labels follow', () => {
  const office = MailOffice.ready();
  const all = [office.copy('flag 3 one')];
  beatWithoutLabels(office);
  for (const text of ['flag 3 two', 'flag 3 three']) {
    office.workspace.clock.pass(20 * 60_000);
    all.push(office.copy(text));
    beatWithoutLabels(office);
    expect(office.filed.sort()).toEqual([...all].sort());
  }
  const now = () => new Date(office.workspace.clock.now()).toISOString();
  expect(mailboxHealth(office.state, now()).state).toBe('owing');
  expect(office.state.owed).toEqual({ High: all });
  office.beat();
  for (const id of all) expect(office.labels(id)).toContain('Handrail/High');
  expect(mailboxHealth(office.state, now()).state).toBe('well');
});
