import { fingerprintOf } from './version.ts';

/** What must be said to whoever sets it up, in their order. */
export function forwardingSteps(mailbox: string): string[] {
  return [
    `Say so first: whoever owns the mailbox sees these filters in its settings, and that mail is forwarded to ${mailbox}. It puts no label on a message and takes none away.`,
    'Sign in as the owner, or with them as an administrator: Handrail cannot do this for another mailbox.',
    `In Gmail open Settings, Forwarding and POP/IMAP, and add the forwarding address ${mailbox}. A code is sent there; open the mail in that mailbox, and enter the code. Without this Gmail forwards nothing.`,
    'Leave "Disable forwarding" chosen there: only what the filters find is to be forwarded, not all mail.',
    'Open Settings, Filters and Blocked Addresses, Import filters, choose the file, tick all of them and press Create filters. Do not tick "Apply new filters to existing email".',
    'If Gmail refuses the file, create each filter by hand: paste the query into "Has the words", then tick "Forward it to" and nothing else.',
    'A filter sees incoming mail alone: what the owner sends is not covered. Send a test message from another account and look whether it comes.',
  ];
}

/**
 * What Gmail imports (Settings, Filters and blocked addresses, Import filters): filters that forward, and put no label on anything, because a mailbox's
 * owner sees its labels. The format is that of Gmail's own export, which Google does not document.
 * @param mailbox the safeguarding mailbox: Gmail forwards to it only once somebody has verified the address in the settings of that mailbox
 * @param updated ISO, UTC: when it was made
 */
export function mailFiltersXml(queries: readonly string[], { mailbox, updated }: { mailbox: string; updated: string }): string {
  const version = fingerprintOf(queries);
  const entries = queries.map(
    (query, index) => `\t<entry>
\t\t<category term='filter'></category>
\t\t<title>Mail Filter</title>
\t\t<id>tag:mail.google.com,2008:filter:${index + 1}</id>
\t\t<updated>${updated}</updated>
\t\t<content></content>
\t\t<apps:property name='hasTheWord' value='${escaped(query)}'/>
\t\t<apps:property name='forwardTo' value='${escaped(mailbox)}'/>
\t</entry>`,
  );
  const ids = queries.map((_, index) => index + 1).join(',');
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:apps='http://schemas.google.com/apps/2006'>
\t<title>Mail Filters (Handrail ${version})</title>
\t<id>tag:mail.google.com,2008:filters:${ids}</id>
\t<updated>${updated}</updated>
${entries.join('\n')}
</feed>
`;
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
  return text.replace(/[&<>'"]/g, (letter) => names[letter] ?? letter);
}
