import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cursorName, cursorsAfter, cursorsFrom, formsDue, OVERLAP_MS, ROTATION_MS, readSince } from '../../src/agreements/forms/forms-due.ts';
import type { FormRow } from '../../src/agreements/published.ts';

const BEAT = 5 * 60_000;
const NOW = Date.UTC(2026, 8, 7, 8);
const iso = (at: number) => new Date(at).toISOString();

function formOf(number: number, change: Partial<FormRow> = {}): FormRow {
  return {
    ...{
      formId: `1FormIdentity${String(number).padStart(12, '0')}`,
      agreementId: `class-${number}`,
      version: 1,
      sha256: '',
      kind: 'account',
      address: '',
      hash: '',
      items: '{}',
    },
    ...{ prefill: '', permissions: [], published: iso(NOW - 30 * 86_400_000), inUse: true, closed: null },
    ...change,
  };
}
const formsOf = (count: number, change: Partial<FormRow> = {}) => Array.from({ length: count }, (_, index) => formOf(index, change));
const names = (forms: readonly FormRow[]) => forms.map(({ agreementId }) => agreementId);
const quiet = () => ({ readAt: NOW - BEAT, answeredAt: 0 });

describe('A11: which forms are read in a beat', () => {
  test('a school with a few forms has all of them read in every beat', () => {
    expect(formsDue(formsOf(12), quiet, NOW)).toHaveLength(12);
  });

  test('of a hundred, those a class is signing now come first, and a sixth of all has its turn', () => {
    const forms = formsOf(100);
    const busy = forms.slice(40, 43).map(({ formId }) => formId);
    const due = formsDue(forms, (id) => ({ readAt: NOW - BEAT, answeredAt: busy.includes(id) ? NOW - 2 * BEAT : 0 }), NOW);
    expect(names(due).slice(0, 3).sort()).toEqual(['class-40', 'class-41', 'class-42']);
    expect(due.length).toBeLessThan(25);
  });

  test('a form that has waited half an hour goes before the busy ones', () => {
    const forms = formsOf(100);
    const late = forms[70]?.formId;
    const due = formsDue(forms, (id) => ({ readAt: id === late ? NOW - ROTATION_MS : NOW - BEAT, answeredAt: NOW - BEAT }), NOW);
    expect(names(due)[0]).toBe('class-70');
  });

  test('a form that was closed is read half an hour longer, and then no more', () => {
    const closed = (minutes: number) => formsDue([formOf(1, { inUse: false, closed: iso(NOW - minutes * 60_000) })], quiet, NOW);
    expect(closed(29)).toHaveLength(1);
    expect(closed(30)).toEqual([]);
    expect(formsDue([formOf(1, { inUse: false, closed: null })], quiet, NOW)).toEqual([]);
  });

  test('however many there are and whatever is busy, each is read within half an hour, and a beat reads no more than it can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.array(fc.integer({ min: 0, max: 149 }), { maxLength: 60 }), (count, busy) => {
        const forms = formsOf(count);
        const readAt = new Map(forms.map(({ formId }) => [formId, NOW]));
        const answered = new Set(busy.map((number) => forms[number % count]?.formId));
        const longest = new Map<string, number>();
        for (let now = NOW + BEAT; now <= NOW + 3 * ROTATION_MS; now += BEAT) {
          const due = formsDue(forms, (id) => ({ readAt: readAt.get(id) ?? 0, answeredAt: answered.has(id) ? now - BEAT : 0 }), now);
          expect(new Set(due).size).toBe(due.length);
          expect(due.length).toBeLessThanOrEqual(24 + Math.ceil(count / 6));
          for (const { formId } of due) {
            longest.set(formId, Math.max(longest.get(formId) ?? 0, now - (readAt.get(formId) ?? 0)));
            readAt.set(formId, now);
          }
        }
        expect(longest.size).toBe(count);
        expect(Math.max(...longest.values())).toBeLessThanOrEqual(ROTATION_MS);
      }),
      { numRuns: 40 },
    );
  });
});

describe('A11: from when on answers are read', () => {
  test.each([
    ['a new form: all', { readAt: 0, answeredAt: 0 }, 0],
    ['read before: from then on, and a while before', { readAt: NOW, answeredAt: NOW - 86_400_000 }, NOW - OVERLAP_MS],
    ['where that was forgotten: from the latest answer on record', { readAt: 0, answeredAt: NOW }, NOW - OVERLAP_MS],
  ])('%s', (_, times, wanted) => expect(readSince(times)).toBe(wanted));

  test('what was read is remembered to the minute, never later than it was, in one short text', () => {
    const forms = formsOf(250);
    const text = cursorsAfter(new Map(), forms, NOW + 59_000);
    expect(text.length).toBeLessThan(9_000);
    const again = cursorsFrom(text);
    for (const { formId } of forms) expect(again.get(cursorName(formId))).toBe(NOW);
    const later = cursorsFrom(cursorsAfter(again, forms.slice(0, 1), NOW + BEAT));
    expect([later.get(cursorName(forms[0]?.formId ?? '')), later.get(cursorName(forms[1]?.formId ?? ''))]).toEqual([NOW + BEAT, NOW]);
    expect(cursorsFrom(undefined).size).toBe(0);
  });

  test('of far too many forms those that were read longest ago are forgotten', () => {
    const old = cursorsFrom(cursorsAfter(new Map(), formsOf(300), NOW));
    const recent = formOf(999);
    const text = cursorsAfter(old, [recent], NOW + BEAT);
    expect(text.length).toBeLessThan(9_000);
    expect(cursorsFrom(text).get(cursorName(recent.formId))).toBe(NOW + BEAT);
  });
});
