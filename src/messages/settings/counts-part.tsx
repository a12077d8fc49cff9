import type { MailboxHealth } from './mailbox-health.ts';
import type { MonitoringPage } from './read-monitoring.ts';

const HEALTH_WORDS: Record<MailboxHealth['state'], string> = {
  never: 'It has not been read yet: that begins with the next five minutes.',
  late: 'It has not been read for more than a day. Ask the technician to look.',
  stopped: 'So many messages cannot be read that reading has stopped. Ask the technician to look today.',
  'rules alone':
    'It is read by the rules alone: the second voice cannot be had, so most of what holds no bad word is missed. Ask the technician to deploy Handrail again.',
  'in part': 'It is read, but some messages cannot be.',
  owing:
    'It is read, but Gmail does not label or delete what is read: harmless copies may lie there longer than they should. It is tried again every five minutes. Ask the technician to look.',
  again: 'Google has lost track of what was new, so everything of the last days is looked at again. Nothing is filed twice.',
  well: 'It is read as it should be.',
};

/** Whether the safeguarding mailbox is read, and what came of it week by week. */
export function CountsPart({ page: { mailbox, weeks } }: { page: MonitoringPage }) {
  const { state, readTo, unread, mayNotDelete } = mailbox;
  return (
    <>
      <p class="govuk-body">
        {HEALTH_WORDS[state]} {readTo !== '' && `Everything up to ${readTo} is read.`}
      </p>
      {unread.length > 0 && (
        <p class="govuk-body">
          Not readable, since: {unread.join('; ')}. Whoever holds the role account finds them there under the label Handrail/Unread: somebody must read them.
        </p>
      )}
      {mayNotDelete && (
        <p class="govuk-body">
          Google does not let Handrail delete harmless copies for good: they go to the mailbox’s bin, which is emptied after thirty days. The technician can add
          the right for it: the set-up page says how.
        </p>
      )}
      {weeks.length > 0 && (
        <table class="govuk-table govuk-table--small-text-until-tablet">
          <caption class="govuk-table__caption govuk-table__caption--s">Messages a week</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Week from', 'Read', mayNotDelete ? 'To the bin' : 'Deleted', 'Flagged'].map((heading, index) => (
                <th scope="col" class={`govuk-table__header${index > 0 ? ' govuk-table__header--numeric' : ''}`} key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {weeks.slice(0, MOST_WEEKS).map(({ week, read, deleted, flagged }) => (
              <tr class="govuk-table__row" key={week}>
                <th scope="row" class="govuk-table__header">
                  {week}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{read}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{deleted}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{flagged}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const MOST_WEEKS = 12;
