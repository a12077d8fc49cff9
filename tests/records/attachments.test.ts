import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { headerOf } from '../../local/workspace/mail/headers.ts';
import { type ParsedMessage, parseMessage } from '../../local/workspace/mail/parse.ts';
import { mimeOf } from '../../src/records/mime.ts';
import { wanted } from '../../src/records/outbox.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { DSL, RecordsOffice } from './office/world.ts';

const mail = { id: '1-1', to: [DSL], subject: 'Your copy', body: 'Keep it.' };
const pdf = { name: 'Copy.pdf', contentType: 'application/pdf', bytes: [37, 80, 68, 70] };

function withCopies(...references: string[]): RecordsOffice {
  const office = RecordsOffice.ready();
  const mails = references.map((attachment) => ({ to: [DSL], subject: `Your copy ${attachment}`, body: 'Keep it.', mayWait: true, attachment }));
  office.call('queue', 'copies-0001', mails);
  return office;
}

const arrived = (office: RecordsOffice): ParsedMessage[] => office.mailTo(DSL).map(parseMessage);
const namesIn = (office: RecordsOffice) =>
  arrived(office)
    .flatMap(({ files }) => files.map(({ filename }) => filename))
    .sort();

test('A11: text, file name and file arrive as they were, whatever they hold', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  const bytes = fc.array(fc.integer({ min: -128, max: 255 }), { maxLength: 300 });
  fc.assert(
    fc.property(name, bytes, fc.string({ unit: 'grapheme' }), (name, bytes, body) => {
      const raw = mimeOf({ ...mail, body, attachment: { ...pdf, name, bytes } });
      const { text, files, root } = parseMessage(raw);
      expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(root.mimeType).toBe('multipart/mixed');
      expect(text).toBe(body.replace(/\r\n?|\n/g, '\r\n'));
      expect(files.map((file) => [file.filename, file.mimeType, [...file.body]])).toEqual([
        [name.replace(/[\p{Cc}/\\]+/gu, '-'), 'application/pdf', bytes.map((byte) => byte & 255)],
      ]);
    }),
  );
});

test.each([
  ['Copy.pdf', 'Copy.pdf'],
  ['Zoë’s copy.pdf', 'Zoë’s copy.pdf'],
  ['Who said "no".pdf', 'Who said "no".pdf'],
  ['=?UTF-8?B?eA==?=.pdf', '=?UTF-8?B?eA==?=.pdf'],
  ['../../etc/passwd', '..-..-etc-passwd'],
  ['a\r\nBcc: x@y.example', 'a-Bcc: x@y.example'],
  [`${'Agreement '.repeat(20)}.pdf`, `${'Agreement '.repeat(20)}.pdf`],
  ['half a \ud83d pair', 'half a \ufffd pair'],
])('A11: a file called %j arrives as %j', (name, arrives) => {
  const { files, root } = parseMessage(mimeOf({ ...mail, attachment: { ...pdf, name } }));
  expect(files.map(({ filename }) => filename)).toEqual([arrives]);
  expect(headerOf(root.headers, 'Bcc')).toBe('');
});

test('a text that looks like the end of a part is no end', () => {
  const body = '--=_handrail_part--\r\nThe end';
  expect(parseMessage(mimeOf({ ...mail, body, attachment: pdf }))).toMatchObject({ text: body, files: [{ filename: 'Copy.pdf' }] });
});

test.each([
  [{ ...pdf, name: '' }, 'An attachment needs a name'],
  [{ ...pdf, contentType: 'text/html\r\nBcc: x@y.example' }, 'is not a type of file'],
  [{ ...pdf, contentType: 'pdf' }, '"pdf" is not a type of file'],
  [{ ...pdf, bytes: new Array<number>(5_200_000).fill(0) }, 'The attachment has 5.2 MB: a mail can carry 5 MB'],
])('what cannot be attached is said to be so', (attachment, why) => {
  expect(() => mimeOf({ ...mail, attachment })).toThrow(why);
});

test.each(['', 'two words', 'copy:ü', 'x'.repeat(201)])('%j names no attachment', (attachment) => {
  expect(() => wanted([{ to: [DSL], subject: '', body: '', attachment }], 1)).toThrow('ASCII characters without spaces');
});

test('A11: the file is made when the mail goes, and arrives with it', () => {
  const office = withCopies('copy:1');
  expect(office.call('sendAll')).toMatchObject({ sent: 1, waiting: 0, hitch: null });
  const [copy] = arrived(office);
  expect(copy?.text).toBe('Keep it.');
  expect(copy?.files.map(({ filename, mimeType, body }) => [filename, mimeType, body.toString()])).toEqual([
    ['copy:1 – Zoë.pdf', 'application/pdf', 'This is copy:1: £5'],
  ]);
});

test('A11: who cannot make files leaves those mails to whoever can', () => {
  const office = RecordsOffice.ready();
  office.call('queue', 'copies-0001', [{ to: [DSL], subject: 'Your copy', body: '', attachment: 'copy:1' }]);
  expect(office.call('sendMail')).toMatchObject({ sent: 0, refused: 0, left: 1, problem: null });
  expect(office.call('sendAll')).toMatchObject({ sent: 1, left: 0 });
});

test.each([
  ['gone', 'is not there any more'],
  ['broken', 'could not be made: No item with the given ID could be found'],
  ['huge', 'a mail can carry 5 MB'],
])('A11: a mail whose attachment is %s is given up with the reason, and the others go', (reference, why) => {
  const office = withCopies('copy:1', reference, 'copy:2');
  expect(office.call('sendAll')).toMatchObject({ sent: 2, refused: 1, waiting: 0, problem: null });
  expect(office.call('waitingMail')).toMatchObject([{ id: '1-2', state: 'refused', attachment: reference, why: expect.stringContaining(why) }]);
  expect(namesIn(office)).toEqual(['copy:1 – Zoë.pdf', 'copy:2 – Zoë.pdf']);
});

test('A11: an attachment that cannot be made just now waits for the next round, and the others go', () => {
  const office = withCopies('busy', 'copy:2');
  expect(office.call('sendAll')).toMatchObject({ sent: 1, refused: 0, waiting: 1, problem: null, hitch: expect.stringContaining('try again') });
  expect(office.call('waitingMail')).toMatchObject([{ id: '1-1', state: 'wanted', attachment: 'busy' }]);
});

test('A11: whichever call fails, every copy arrives once with its file', () => {
  faultSweep<RecordsOffice>({
    arrange: () => withCopies('copy:1', 'copy:2'),
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('sendAll', [], faults),
    meanwhile: (office) => office.run('sendAll'),
    recover: (office) => {
      office.call('sendAll');
      office.call('sendAll');
    },
    invariant: (office, where) => expect({ where, names: namesIn(office) }).toEqual({ where, names: ['copy:1 – Zoë.pdf', 'copy:2 – Zoë.pdf'] }),
  });
});
