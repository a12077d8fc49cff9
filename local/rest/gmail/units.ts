/** What each method costs of an account's 15,000 units a minute (docs/workspace/gmail/api/reference/quota.md). */
const UNITS: Record<string, number> = {
  'drafts.create': 10,
  'drafts.delete': 10,
  'drafts.send': 100,
  'drafts.update': 15,
  getProfile: 1,
  'history.list': 2,
  'labels.get': 1,
  'labels.list': 1,
  'messages.batchDelete': 50,
  'messages.batchModify': 50,
  'messages.delete': 10,
  'messages.insert': 25,
  'messages.send': 100,
  'settings.filters.get': 1,
  'settings.filters.list': 1,
  'settings.forwardingAddresses.create': 100,
  'settings.forwardingAddresses.get': 1,
  'settings.forwardingAddresses.list': 1,
  'settings.getAutoForwarding': 1,
  'settings.sendAs.list': 1,
  'threads.delete': 20,
  'threads.get': 10,
  'threads.list': 10,
  'threads.modify': 10,
  'threads.trash': 10,
  'threads.untrash': 10,
};
/** All the others. */
const USUAL = 5;

/** @param id without the `gmail.users.` before it */
export function unitsOf(id: string): number {
  return UNITS[id] ?? USUAL;
}
