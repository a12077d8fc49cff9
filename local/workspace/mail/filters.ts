import type { FilterCriteria, MessageData } from '../data.ts';
import type { Mailbox } from './mailbox.ts';

/** Whether an incoming message meets all of a filter's criteria. */
function meets(criteria: FilterCriteria, message: MessageData, mailbox: Mailbox): boolean {
  return mailbox.matcher(asQuery(criteria), true)(message) && meetsSize(criteria, message);
}

/** The labels an incoming message ends up with, and where copies of it go. */
export function applyFilters(mailbox: Mailbox, message: MessageData): { labelIds: string[]; forward: string[] } {
  const labels = new Set(message.labelIds);
  const forward: string[] = [];
  const neverSpam: boolean[] = [];
  for (const filter of mailbox.data.filters) {
    if (!meets(filter.criteria, message, mailbox)) continue;
    const { action } = filter;
    for (const id of action.addLabelIds ?? []) labels.add(id);
    for (const id of action.removeLabelIds ?? []) labels.delete(id);
    if (action.removeLabelIds?.includes('SPAM')) neverSpam.push(!action.removeLabelIds.includes('INBOX'));
    if (action.forward) forward.push(action.forward);
  }
  // "Never send it to spam" leaves a message where it would have been otherwise: in the inbox.
  if (message.labelIds.includes('SPAM') && neverSpam.length > 0 && neverSpam.every(Boolean)) labels.add('INBOX');
  if (labels.has('TRASH')) labels.delete('INBOX');
  return { labelIds: [...labels], forward };
}

function asQuery(criteria: FilterCriteria): string {
  const pieces: string[] = [];
  for (const field of ['from', 'to', 'subject'] as const) if (criteria[field]) pieces.push(`${field}:(${criteria[field]})`);
  if (criteria.query) pieces.push(`(${criteria.query})`);
  if (criteria.negatedQuery) pieces.push(`-(${criteria.negatedQuery})`);
  if (criteria.hasAttachment) pieces.push('has:attachment');
  return pieces.join(' ');
}

function meetsSize(criteria: FilterCriteria, message: MessageData): boolean {
  if (criteria.size === undefined || criteria.sizeComparison === undefined || criteria.sizeComparison === 'unspecified') return true;
  return criteria.sizeComparison === 'larger' ? message.raw.length > criteria.size : message.raw.length < criteria.size;
}
