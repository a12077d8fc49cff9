/** Where one person stands with one agreement: a closed list of states, and what may happen in each. */
export const STATES = [
  'not asked',
  'asked',
  'reminded',
  'signed',
  'awaiting approval',
  'approved',
  'declined',
  'expired',
  'superseded',
  'withdrawn',
  'closed',
] as const;
export type State = (typeof STATES)[number];

/** What can happen to a standing. */
export const HAPPENINGS = ['ask', 'remind', 'sign', 'approve', 'send back', 'decline', 'expire', 'supersede', 'withdraw', 'close'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** `settled`: signed, or awaiting approval where the agreement wants one. What is not here cannot happen. */
const TRANSITIONS: Record<Happening, Partial<Record<State, State | 'settled'>>> = {
  ask: {
    'not asked': 'asked',
    // Asked anew: another version, another year, or by hand.
    asked: 'asked',
    reminded: 'asked',
    declined: 'asked',
    expired: 'asked',
    superseded: 'asked',
    withdrawn: 'asked',
    closed: 'asked',
  },
  remind: { asked: 'reminded', reminded: 'reminded' },
  sign: {
    // Somebody who was given the link signs unasked; somebody who declined thinks again.
    'not asked': 'settled',
    asked: 'settled',
    reminded: 'settled',
    declined: 'settled',
    expired: 'settled',
    superseded: 'settled',
    withdrawn: 'settled',
    // A guest who comes again, a leaver who is back before the list says so.
    closed: 'settled',
  },
  approve: { 'awaiting approval': 'approved' },
  'send back': { 'awaiting approval': 'asked' },
  decline: {
    'not asked': 'declined',
    asked: 'declined',
    reminded: 'declined',
    // The last word counts: who says no after a yes has not agreed, approved or not.
    signed: 'declined',
    'awaiting approval': 'declined',
    approved: 'declined',
  },
  expire: { signed: 'expired', approved: 'expired' },
  supersede: { signed: 'superseded', approved: 'superseded', 'awaiting approval': 'superseded' },
  withdraw: { signed: 'withdrawn', approved: 'withdrawn', 'awaiting approval': 'withdrawn' },
  close: {
    'not asked': 'closed',
    asked: 'closed',
    reminded: 'closed',
    signed: 'closed',
    'awaiting approval': 'closed',
    approved: 'closed',
    declined: 'closed',
    expired: 'closed',
    superseded: 'closed',
    withdrawn: 'closed',
  },
};

/**
 * The state after something happened.
 * @param isApproved whether the agreement wants a countersignature
 * @returns null when that cannot happen in this state
 * @example after('asked', 'sign', true) // 'awaiting approval'
 */
export function after(state: State, happening: Happening, isApproved: boolean): State | null {
  const next = TRANSITIONS[happening][state];
  if (next === undefined) return null;
  if (next === 'settled') return isApproved ? 'awaiting approval' : 'signed';
  return next;
}

/** Still to be done by the person who was asked. */
export function isOutstanding(state: State): boolean {
  return state === 'asked' || state === 'reminded';
}

/** The agreement holds: access may be given. */
export function isInForce(state: State): boolean {
  return state === 'signed' || state === 'approved';
}
