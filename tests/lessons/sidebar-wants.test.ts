import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wantsIn, wantsText } from '../../src/lessons/sidebar-wants.ts';

const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const wants = fc.record({
  profile: fc.record({
    accessType: fc.constantFrom('RESTRICTED' as const, 'TRUSTED' as const),
    chat: fc.constantFrom('HOSTS_ONLY' as const, 'NO_RESTRICTION' as const),
    recording: fc.constantFrom('ON' as const, 'OFF' as const, null),
    attendance: fc.boolean(),
  }),
  approvedSystems: fc.array(fc.string({ maxLength: 100 }), { maxLength: 20 }),
  hours: fc.option(fc.record({ from: hour, to: hour })),
});

test('D2: what the school has set reaches the sidebar as one line, which can stand between apostrophes on a command line', () => {
  fc.assert(
    fc.property(wants, (each) => {
      const line = wantsText(each);
      expect(wantsIn(line)).toEqual(each);
      expect(line).not.toMatch(/['\n]/);
    }),
  );
});

test.each([
  '',
  'null',
  '{}',
  '[]',
  'nonsense',
  '{"profile":{"accessType":"OPEN","chat":"HOSTS_ONLY","recording":"OFF","attendance":true},"approvedSystems":[],"hours":null}',
])('D2: “%s” is no such line, and the sidebar takes the strictest', (line) => {
  expect(wantsIn(line)).toBeNull();
});
