import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanName, FILE_KINDS, kindOfFile, LARGEST_FILE, MOST_FILES } from '../../src/incidents/file-kinds.ts';
import { refusesPictures } from '../../src/incidents/reporting/pictures.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { begun, filesIn, PDF, PNG, Writing } from '../support/reporting.ts';
import { aSchool } from '../support/school.ts';

function bytes(latin1: string): number[] {
  return Array.from(Buffer.from(latin1, 'latin1'));
}

const ZIP = 'PK\x03\x04\x14\x00';

test.each([
  ['letter.pdf', PDF, 'application/pdf'],
  ['LETTER.PDF', PDF, 'application/pdf'],
  ['screen.png', PNG, 'image/png'],
  ['photo.jpeg', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['photo.webp', 'RIFF\x24\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['photo.heic', '\x00\x00\x00\x18ftypheic', 'image/heic'],
  ['account.docx', `${ZIP}[Content_Types].xml..word/document.xml`, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['times.xlsx', `${ZIP}xl/workbook.xml`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['chat.txt', 'Mum: where are you?\r\n\tSam: here', 'text/plain'],
  ['empty.txt', '', 'text/plain'],
])('B2: %s is known by its bytes and its name together', (name, content, mimeType) => {
  expect(kindOfFile(name, bytes(content))?.mimeType).toBe(mimeType);
});

test.each([
  ['a program that calls itself a PDF', 'letter.pdf', 'MZ\x90\x00'],
  ['a picture that calls itself a PDF', 'letter.pdf', PNG],
  ['a PDF that calls itself a picture', 'screen.png', PDF],
  ['a page of a site', 'page.html', '<script>alert(1)</script>'],
  ['a Word document with macros', 'account.docx', `${ZIP}word/document.xml word/vbaProject.bin`],
  ['a Word document by its ending for macros', 'account.docm', `${ZIP}word/document.xml`],
  ['any other archive', 'files.zip', ZIP],
  ['an archive that calls itself a Word document', 'files.docx', ZIP],
  ['a film', 'film.mp4', '\x00\x00\x00\x18ftypmp42'],
  ['a film that calls itself a picture', 'film.heic', '\x00\x00\x00\x18ftypmp42'],
  ['text with a null in it', 'chat.txt', 'a\x00b'],
  ['a file without an ending', 'letter', PDF],
  ['a picture with code in it', 'x.svg', '<svg onload="alert(1)"/>'],
])('B2: %s is not taken', (_, name, content) => {
  expect(kindOfFile(name, bytes(content))).toBeNull();
});

test('B2: whatever bytes come, a file is what its bytes say or is not taken', () => {
  const endings = FILE_KINDS.flatMap(({ endings }) => endings);
  fc.assert(
    fc.property(fc.constantFrom(...endings), fc.uint8Array({ maxLength: 80 }), (ending, content) => {
      const kind = kindOfFile(`x.${ending}`, Array.from(content));
      expect(kind === null || kind.endings.includes(ending)).toBe(true);
      // Random bytes are at most text.
      expect(kind?.mimeType ?? 'text/plain').toBe('text/plain');
    }),
  );
});

test('B2: a name that is kept holds no folder, nothing unseen, and its ending', () => {
  expect(cleanName('../../etc/passwd.txt')).toBe('passwd.txt');
  expect(cleanName('C:\\Users\\sam\\chat.txt')).toBe('chat.txt');
  expect(cleanName('a\u202Egnp.exe.pdf\u0000')).toBe('agnp.exe.pdf');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanName(`${name}.pdf`);
      expect(clean.length).toBeLessThanOrEqual(120);
      expect(clean).toMatch(/^[^\p{Cc}/\\<>:"|?*]*\.pdf$/u);
    }),
  );
});

test('B4: pictures are refused for every type that may concern images of children, and when the words speak of them', () => {
  for (const { id, images } of TYPES) expect([id, refusesPictures([id], '')]).toEqual([id, images === true]);
  for (const story of ['He sent her a nude', 'naked photos', 'She was sexting', 'an indecent image', 'upskirting in PE', 'sent a dick pic'])
    expect([story, refusesPictures(['bullying'], story)]).toEqual([story, true]);
  for (const story of ['He denuded the tree', 'Essex', 'unkind messages in a group chat', ''])
    expect([story, refusesPictures([], story)]).toEqual([story, false]);
});

test('B2: documents and a screenshot go with a concern, each once, as they were', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  const files = [page.upload('letter.pdf', PDF), page.upload('screen.png', PNG, { key: 'press-of-the-screen' })];
  // The answer was lost: the page sends it again.
  expect(page.upload('screen.png', PNG, { key: 'press-of-the-screen' })).toBe(files[1]);
  page.send({ files });
  expect(filesIn(school, 'concern raised')).toEqual(['letter.pdf', 'screen.png']);
  expect(begun(school)).toEqual({ draft: [], upload: [], attachment: ['letter.pdf', 'screen.png'] });
  const file = school.workspace.data.files[files[1] ?? ''];
  expect(file).toMatchObject({ mimeType: 'image/png', content: Buffer.from(PNG, 'latin1').toString('base64') });
  expect(school.workspace.drive.mayRead(school.people.dsl, files[0] ?? '')).toBe(false);
});

test('B4: with a concern about nudes no picture is taken, and one that was there is deleted for good', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  const letter = page.upload('letter.pdf', PDF);
  const picture = page.upload('screen.png', PNG);
  const refusal = { ok: false, code: 'pictures-refused', field: 'files' };
  expect(page.tryUpload('screen.png', PNG, { typeHint: 'nudes' })).toMatchObject(refusal);
  expect(page.tryUpload('screen.png', PNG, { story: 'He sent her a nude' })).toMatchObject(refusal);

  const concern = { draft: page.draft, files: [letter, picture], typeHint: 'nudes' };
  const send = () => school.as(school.people.teacher).call('raiseConcern', { ...CONCERN, ...concern });
  expect(send()).toMatchObject({ ...refusal, message: expect.stringContaining('screen.png has been deleted for good') });
  expect(school.workspace.data.files[picture]).toBeUndefined();
  expect(school.desk('dsl')).toEqual([]);
  expect(send()).toMatchObject({ ok: false, code: 'file-gone' });
  concern.files = [letter];
  expect(send().ok).toBe(true);
  expect(filesIn(school, 'concern raised')).toEqual(['letter.pdf']);
});

test('B2: there are ten files at most, and each may have five million bytes', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  for (let count = 1; count <= MOST_FILES; count += 1) page.upload(`${count}.txt`, 'text');
  expect(page.tryUpload('11.txt', 'text')).toMatchObject({ ok: false, code: 'too-many-files', field: 'files' });
  const removed = Object.values(school.workspace.data.files).find(({ name }) => name === '1.txt')?.id ?? '';
  school.as(school.people.teacher).get('removeUpload', { what: '', draft: page.draft, file: removed });
  expect(school.workspace.data.files[removed]).toBeUndefined();
  expect(page.tryUpload('large.txt', 'x'.repeat(LARGEST_FILE + 1))).toMatchObject({ ok: false, field: expect.stringMatching(/files|data/) });
  expect(page.tryUpload('large.txt', 'x'.repeat(LARGEST_FILE)).ok).toBe(true);
});

test('B2: a file of somebody else’s draft, of the records or of another concern can neither be sent nor removed', () => {
  const school = aSchool();
  const { teacher, secondTeacher } = school.people;
  const theirs = new Writing(school, secondTeacher).save();
  const theirFile = theirs.upload('theirs.pdf', PDF);
  const page = new Writing(school, teacher).save();
  for (const file of [theirFile, school.fileId('records'), school.fileId('people'), theirs.draft, 'no-such-file']) {
    expect(school.as(teacher).call('raiseConcern', { ...CONCERN, draft: page.draft, files: [file] })).toMatchObject({ ok: false, code: 'file-gone' });
    school.as(teacher).call('removeUpload', { what: '', draft: page.draft, file });
    school.as(teacher).call('removeUpload', { what: '', draft: theirs.draft, file });
  }
  expect(school.workspace.data.files[theirFile]).toBeDefined();
  expect(school.workspace.data.files[school.fileId('records')]).toBeDefined();
  const sent = theirs.send({ files: [theirFile], key: 'press-of-theirs-0001' });
  expect(sent).toMatch(/^C-/);
  // What belongs to a concern is no upload any more.
  school.as(secondTeacher).call('removeUpload', { what: '', draft: theirs.draft, file: theirFile });
  expect(school.workspace.data.files[theirFile]).toBeDefined();
});

test('B5: the folder of files is the role account’s alone; shared by hand, it is mended from the set-up page', () => {
  const school = aSchool();
  const { office, teacher, dsl } = school.people;
  new Writing(school, teacher).save();
  const step = () =>
    school
      .as(office)
      .get<{ steps: { id: string; state: string }[] }>('readSetUp')
      .steps.find(({ id }) => id === 'attachments');
  expect(step()).toMatchObject({ state: 'there' });
  school.workspace.drive.sharing.share(office, school.fileId('attachments'), { type: 'user', role: 'reader', emailAddress: dsl }, { notify: false });
  expect(step()).toMatchObject({ state: 'to be mended' });
  school.as(office).get('makeStep', { id: 'attachments' });
  expect(step()).toMatchObject({ state: 'there' });
  expect(school.workspace.drive.mayRead(dsl, school.fileId('attachments'))).toBe(false);
});

const CONCERN = {
  ...{ key: 'press-0001-of-the-button', story: 'She told me.', ...ACCOUNT, people: [] },
};
