import { expect, test } from '@jest/globals';
import { roll } from '../../local/school/roll.ts';
import type { FileData } from '../../local/workspace/data.ts';
import { contentOf, headerIn } from '../../local/workspace/mail/parse.ts';
import type { AgreementText } from '../../src/agreements/agreement.ts';
import type { SignedCopy } from '../../src/agreements/copies/signed-copy.ts';
import type { PdfFile } from '../../src/school/pdf.script.ts';
import type { School } from '../../src/school/school.ts';
import { aPress, codeOf, familySigns, payloadsOf, promises, publishText, putIntoUse, recordsOf, rowOf, signs } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { ageLog } from '../support/old-log.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

// ---- what people do ----

function approve(school: SchoolUnderTest, responseIds: string[], guests = false): void {
  const press = { key: aPress(), responseIds, accessEnds: guests ? '18/12/2026' : '', seenInPerson: guests };
  school.as(school.people.networkManager).get('countersign', press);
}

/** Nadia Khan answers for both of her children, by the link that was mailed to her. */
function nadiaAnswers(school: SchoolUnderTest): string {
  const { parent } = school.people;
  return familySigns(school, { code: codeOf(school, parent), children: [{ name: 'Amira Khan', allowed: ['images-website'] }, { name: 'Yusuf Khan' }] });
}

function wordsOf(school: SchoolUnderTest, email: string, fn: 'readCopy' | 'copyAsPdf', signature: string): string {
  const answer = school.as(email).call(fn, { signature });
  return answer.ok ? 'read' : answer.message;
}

// ---- what there is then ----

/** The paths of the copies in the role account's Drive, below the folder of them all. */
function filed(school: SchoolUnderTest): string[] {
  return pdfs(school)
    .map((file) => [...foldersOf(school, file).map(({ name }) => name), file.name].join('/'))
    .sort();
}

function pdfs(school: SchoolUnderTest): FileData[] {
  return Object.values(school.workspace.data.files).filter(({ mimeType, trashed }) => mimeType === 'application/pdf' && !trashed);
}

function foldersOf(school: SchoolUnderTest, file: FileData): FileData[] {
  const parent = school.workspace.data.files[file.parents[0] ?? ''];
  return parent && parent.name !== 'Agreements' ? [...foldersOf(school, parent), parent] : [];
}

/** The copies somebody got by mail. */
function mailed(school: SchoolUnderTest, email: string): { subject: string; text: string; files: { name: string; bytes: Uint8Array }[] }[] {
  const messages = Object.values(school.workspace.mail.mailbox(email).data.messages);
  return messages
    .filter((message) => headerIn(message, 'Subject').startsWith('Your copy'))
    .map((message) => {
      const { text, files } = contentOf(message);
      return { subject: headerIn(message, 'Subject'), text, files: files.map(({ filename, body }) => ({ name: filename, bytes: new Uint8Array(body) })) };
    });
}

async function textOf(bytes: Uint8Array | undefined): Promise<string> {
  return (await pdfText(bytes ?? new Uint8Array())).pages.join('\n').replace(/\s+/g, ' ');
}

async function savedBy(school: SchoolUnderTest, email: string, signature: string): Promise<string> {
  return textOf(Buffer.from(school.as(email).get<PdfFile>('copyAsPdf', { signature }).base64, 'base64'));
}

/** The day's PDFs are used up. */
function withoutPdfs(school: SchoolUnderTest): void {
  const { office } = school.people;
  school.workspace.quotas.use(office, 'files converted', school.workspace.quotas.remaining(office, 'files converted'));
  expect(school.workspace.quotas.remaining(office, 'files converted')).toBe(0);
}

/** What the last beat could not do. */
function failedTasks(school: SchoolUnderTest): string[] {
  const kept = school.workspace.data.scripts[school.handrail.officeId]?.properties.script ?? {};
  const beat = Object.values(kept).find((value) => value.includes('"failing"'));
  return Object.keys((JSON.parse(beat ?? '{}') as { failing?: Record<string, number> }).failing ?? {});
}

// ---- by mail ----

test('A8, A11: a parent answers for two children and gets the copy as a PDF, in a mail that names no child; nobody else gets one', async () => {
  const school = aSchool();
  const { parent, secondParent, pupil, teacher } = school.people;
  putIntoUse(school, 'parent');
  const signature = nadiaAnswers(school);
  school.pass(10);
  const [mail, ...others] = mailed(school, parent);
  expect(others).toEqual([]);
  expect(mail?.text).not.toMatch(/Amira|Yusuf|Khan/);
  expect(mail?.files.map(({ name }) => name)).toEqual(['Parent and carer agreement - Nadia Khan.pdf']);
  const text = await textOf(mail?.files[0]?.bytes);
  for (const part of ['Quillhaven Primary', 'Signed agreement', 'Child: Amira Khan', 'Child: Yusuf Khan', '23. I tell the school', signature])
    expect(text).toContain(part);
  expect(text).toContain('What you should know (read and acknowledged)');
  expect(text.match(/appear on the school’s website\? (Yes|No)/g)).toEqual(['appear on the school’s website? Yes', 'appear on the school’s website? No']);
  expect(text).toContain(rowOf(school, 'Signatures', signature)['Sha256']);
  for (const other of [secondParent, pupil, teacher]) expect(mailed(school, other)).toEqual([]);
});

test('A5, A11: the promises of a young child come back to the parent, with the grown-ups they trust', async () => {
  const school = aSchool();
  putIntoUse(school, 'ks1');
  promises(school, { name: 'Yusuf Khan' }, { code: codeOf(school, school.people.parent) });
  school.pass(10);
  const [mail] = mailed(school, school.people.parent);
  const text = await textOf(mail?.files[0]?.bytes);
  expect(text).toContain('Trusted grown-ups at school Miss Cartwright');
  expect(text).toContain('Trusted grown-ups at home Gran');
  expect(text).toContain('10. ');
  expect(filed(school)).toEqual(['Pupils/2026-27/1A/Khan, Yusuf - My ten promises - 2026-09-07.pdf']);
});

test('A8, A11: who it is not certain about gets nothing before the office has settled it, and then one copy', async () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const stranger = school.people.visitor;
  const signature = familySigns(school, { address: stranger, children: [{ name: 'Amira Khan' }, { name: 'Nobody Known' }] }, 'Grandma Khan');
  school.pass(10);
  expect([mailed(school, stranger), filed(school)]).toEqual([[], []]);
  const settle = (children: { person: string; notOurs: string }[]) =>
    school.as(school.people.officeManager).get('settleAnswer', { key: aPress(), responseId: signature, children });
  settle([
    { person: school.people.pupil, notOurs: '' },
    { person: '', notOurs: '' },
  ]);
  school.pass(10);
  expect([mailed(school, stranger), filed(school)]).toEqual([[], []]);
  settle([
    { person: '', notOurs: '' },
    { person: '', notOurs: 'At another school' },
  ]);
  school.pass(10);
  const [mail, ...others] = mailed(school, stranger);
  expect(others).toEqual([]);
  const text = await textOf(mail?.files[0]?.bytes);
  expect(text).toContain('Children settled by Janet Mullins');
  expect(text).toContain('The school has no such pupil: this does not count.');
  expect(text).not.toContain('another school');
  expect(filed(school)).toEqual(['Parents/2026-27/3A/Khan, Amira - Parent and carer agreement (Grandma Khan) - 2026-09-07.pdf']);
});

test('A4, A11: a guest gets the copy once somebody has seen and approved them, with the approval in it', async () => {
  const school = aSchool();
  const { visitor } = school.people;
  putIntoUse(school, 'visitor');
  const signature = signs(school, 'visitor', visitor, 'Harold Finch', 'open');
  school.pass(10);
  expect([mailed(school, visitor), filed(school)]).toEqual([[], []]);
  approve(school, [signature], true);
  school.pass(10);
  const [mail, ...others] = mailed(school, visitor);
  expect(others).toEqual([]);
  const text = await textOf(mail?.files[0]?.bytes);
  expect(text).toContain('Signed and approved agreement');
  expect(text).toContain('who has seen the signer in person');
  expect(text).toContain('Access approved until 18/12/2026');
  expect(filed(school)).toEqual([expect.stringMatching(/^Guests\/2026-27\/Finch, Harold - Visitor agreement - .* - 2026-09-07\.pdf$/)]);
});

test('A11: staff get a link after approval, pupils no mail; both read and save their own copy', async () => {
  const school = aSchool();
  const { teacher, pupil } = school.people;
  putIntoUse(school, 'ks2');
  const [signature, own] = [signs(school, 'staff', teacher, 'Sam Okafor'), signs(school, 'ks2', pupil, 'Amira Khan')];
  school.pass(10);
  expect(mailed(school, teacher)).toEqual([]);
  approve(school, [signature]);
  school.pass(10);
  expect(mailed(school, teacher).map(({ files }) => files)).toEqual([[]]);
  expect(mailed(school, teacher)[0]?.text).toContain(`page=copy&signature=${signature}`);
  expect(mailed(school, pupil)).toEqual([]);
  expect(await savedBy(school, teacher, signature)).toContain('Approved by Dev Mistry');
  expect(await savedBy(school, pupil, own)).toContain('Signed by Amira Khan');
});

// ---- who may read it ----

test('A11: a copy is for its signer and the keepers of the register; for everybody else the words are the same as for none', () => {
  const school = aSchool();
  const { teacher, pupil, youngPupil, secondTeacher, dsl, technician, chair, office, officeManager, networkManager, head, visitor } = school.people;
  putIntoUse(school, 'parent', 'ks2', 'visitor');
  const family = nadiaAnswers(school);
  const guest = signs(school, 'visitor', teacher, 'Not Sam at all', 'open');
  const copies: { signature: string; owners: string[] }[] = [
    { signature: signs(school, 'staff', teacher, 'Sam Okafor'), owners: [teacher] },
    { signature: signs(school, 'ks2', pupil, 'Amira Khan'), owners: [pupil] },
    // What a parent answered is not the child's to read, nor that of whoever has the address a guest typed.
    { signature: family, owners: [] },
    { signature: guest, owners: [] },
  ];
  school.pass(10);
  const refusal = wordsOf(school, teacher, 'readCopy', 'no-such-signature');
  expect(refusal).toMatch(/^There is no signed agreement here/);
  const keepers: string[] = [officeManager, networkManager, head];
  for (const { signature, owners } of copies) {
    for (const reader of [teacher, pupil, youngPupil, secondTeacher, dsl, technician, chair, office, officeManager, networkManager, head]) {
      const may = owners.includes(reader) || keepers.includes(reader);
      school.workspace.clock.pass(60_000);
      for (const fn of ['readCopy', 'copyAsPdf'] as const)
        expect([reader, fn, wordsOf(school, reader, fn, signature)]).toEqual([reader, fn, may ? 'read' : refusal]);
    }
  }
  for (const outsider of [school.people.parent, visitor]) expect(school.as(outsider).call('readCopy', { signature: family })).toMatchObject({ ok: false });
});

test('A13: after two changes of the text, everybody’s copy still shows what they signed, with its fingerprint', async () => {
  const school = aSchool();
  const { teacher, secondTeacher, networkManager } = school.people;
  const first = signs(school, 'staff', teacher, 'Sam Okafor');
  school.pass(5);
  const before = school.as(teacher).get<SignedCopy>('readCopy', { signature: first });
  for (const rule of ['I am the second text.', 'I am the third text.']) {
    expect(publishText(school, 'staff', { ...plainStaffText(), sections: [{ heading: 'Rules', asks: 'agree', clauses: [rule] }] })).toMatchObject({ ok: true });
  }
  const third = signs(school, 'staff', secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  expect(school.as(teacher).get<SignedCopy>('readCopy', { signature: first })).toEqual(before);
  const old = await savedBy(school, networkManager, first);
  expect(old).toContain(before.sections[0]?.clauses[0]);
  expect(old).not.toMatch(/second text|third text/);
  expect(await savedBy(school, secondTeacher, third)).toContain('1. I am the third text.');
});

function plainStaffText(): AgreementText {
  return { title: 'Staff agreement', audience: 'staff', alsoFor: [], introduction: '', sections: [], permissions: [], signatureFields: [] };
}

// ---- filed ----

test('A11: copies are filed by class and year or in the person’s folder, which are made when the first one belongs there', () => {
  const school = aSchool();
  const { teacher, secondTeacher, pupil, officeManager, chair } = school.people;
  putIntoUse(school, 'parent', 'ks1', 'ks2', 'governor');
  school.pass(10);
  expect(Object.values(school.workspace.data.files).filter(({ name }) => name === 'Agreements')).toEqual([]);
  nadiaAnswers(school);
  promises(school, { name: 'Yusuf Khan' }, { code: codeOf(school, school.people.parent) });
  signs(school, 'ks2', pupil, 'Amira Khan');
  const approved = [signs(school, 'staff', teacher, 'Sam Okafor'), signs(school, 'governor', chair, 'Margaret Osborne')];
  signs(school, 'staff', secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  approve(school, approved);
  school.pass(10);
  expect(filed(school)).toEqual([
    expect.stringMatching(/^Governors\/Osborne, Margaret\/.* - 2026-09-07\.pdf$/),
    'Parents/2026-27/3A/Khan, Amira and 1 more - Parent and carer agreement (Nadia Khan) - 2026-09-07.pdf',
    'Pupils/2026-27/1A/Khan, Yusuf - My ten promises - 2026-09-07.pdf',
    'Pupils/2026-27/3A/Khan, Amira - How I stay safe and kind online - 2026-09-07.pdf',
    expect.stringMatching(/^Staff\/Okafor, Sam\/.* - 2026-09-07\.pdf$/),
  ]);
  const names = recordsOf(school, 'Signatures').map((row) => school.workspace.data.files[row['Copy'] ?? '']?.mimeType);
  expect(names.filter((type) => type === 'application/pdf')).toHaveLength(5);
  expect(school.as(officeManager).everythingInSight()).toContain('Khan, Yusuf - My ten promises');
});

test('A11: the office looks into the folder of copies and changes nothing; nobody else can open it, and who leaves the office cannot any more', () => {
  const school = aSchool();
  const { pupil, officeManager, businessManager, teacher, networkManager, office } = school.people;
  putIntoUse(school, 'ks2');
  signs(school, 'ks2', pupil, 'Amira Khan');
  school.pass(10);
  const [copy] = pdfs(school);
  if (!copy) throw new Error('nothing was filed');
  const { drive } = school.workspace;
  const roles = (...emails: string[]) => emails.map((email) => drive.roleOf(email, copy.id));
  expect(roles(officeManager, networkManager, teacher, pupil)).toEqual(['reader', null, null, null]);
  const state = () =>
    school
      .as(office)
      .get<{ steps: { id: string; state: string }[] }>('readSetUp')
      .steps.find(({ id }) => id === 'copies')?.state;
  expect(state()).toBe('there');
  drive.sharing.share(office, school.fileId('copies'), { type: 'user', role: 'writer', emailAddress: teacher }, { notify: false });
  expect(state()).toBe('to be mended');
  school.as(office).get('makeStep', { id: 'copies' });
  expect([state(), ...roles(teacher)]).toEqual(['there', null]);

  const { school: kept } = school.as(office).get<{ school: School }>('readSetUp');
  const [deputies, approvers, technicians] = [kept.deputies, kept.approvers, kept.technicians].map((emails) => emails.join('\n'));
  school.as(office).get('saveSettings', { ...kept, deputies, approvers, technicians, office: businessManager, slt: '', closures: '' });
  expect(roles(officeManager, businessManager)).toEqual([null, 'reader']);
});

test('A7: a class that signs its sheet in front of the teacher has that sheet; nothing is filed for it', () => {
  const school = aSchool();
  const { teacher } = school.people;
  putIntoUse(school, 'class');
  school.as(teacher).get('publishClassAgreement', { className: '3A', ownRules: [], version: 0, change: '' });
  const { pupils, version } = school.as(teacher).get<{ pupils: { person: string }[]; version: number }>('openClass', { className: '3A' });
  school.as(teacher).get('witnessSignatures', { key: aPress(), className: '3A', version, pupils: pupils.map(({ person }) => person) });
  school.pass(10);
  expect([payloadsOf(school, 'signed in person').length, filed(school), failedTasks(school)]).toEqual([1, [], []]);
});

/** So many pupils of a class have signed; their copies wait. */
function aClassSigned(school: SchoolUnderTest, count: number): void {
  putIntoUse(school, 'ks2');
  const pupils = school.workspace.people.all().filter(({ record }) => record?.role === 'pupil' && record.className === '3A');
  for (const { email, givenName, familyName } of pupils.slice(0, count)) signs(school, 'ks2', email, `${givenName} ${familyName}`);
}

test('A11: many copies are filed ten a beat, each once, and a beat takes about as long as it may', () => {
  const school = aSchool();
  aClassSigned(school, 24);
  const counts: number[] = [];
  for (let beat = 0; beat < 6; beat += 1) {
    school.workspace.clock.pass(5 * 60_000);
    const run = school.beat();
    expect(run.ok).toBe(true);
    expect(run.ms).toBeLessThan(75_000);
    counts.push(pdfs(school).length);
  }
  expect(counts[counts.length - 1]).toBe(24);
  expect(Math.max(...counts.map((count, index) => count - (counts[index - 1] ?? 0)))).toBeLessThanOrEqual(10);
  expect(new Set(filed(school)).size).toBe(24);
  expect(payloadsOf<{ copies: unknown[] }>(school, 'copies filed').reduce((sum, { copies }) => sum + copies.length, 0)).toBe(24);
});

test('A11: copies that cannot be made do not keep the others waiting', () => {
  const school = aSchool();
  withoutPdfs(school);
  aClassSigned(school, 13);
  school.pass(10);
  expect(recordsOf(school, 'Signatures')).toHaveLength(13);
  // Ten of them are of a version whose text the journal does not hold.
  for (let row = 2; row <= 11; row += 1) school.type(school.people.office, 'records', 'Signatures', row, 3, '9');
  school.workspace.clock.pass(24 * 3_600_000);
  school.beat();
  expect(pdfs(school)).toHaveLength(3);
  expect(failedTasks(school)).toContain('copies');
});

test('A11: when Google makes no more PDFs today, mails and copies wait and nothing is alarmed; tomorrow each of them comes once', () => {
  const school = aSchool();
  const { parent, pupil, networkManager } = school.people;
  putIntoUse(school, 'parent', 'ks2');
  withoutPdfs(school);
  const signature = nadiaAnswers(school);
  signs(school, 'ks2', pupil, 'Amira Khan');
  school.pass(30);
  expect([mailed(school, parent), filed(school), failedTasks(school)]).toEqual([[], [], []]);
  expect(school.as(networkManager).call('copyAsPdf', { signature })).toMatchObject({ ok: false, code: 'no-more-pdfs' });
  expect(school.as(networkManager).get<SignedCopy>('readCopy', { signature }).heading).toBe('Signed agreement');
  school.workspace.clock.pass(24 * 3_600_000);
  school.beat();
  school.beat();
  expect(mailed(school, parent)).toHaveLength(1);
  expect(filed(school)).toHaveLength(2);
});

test('A11: while the list of people cannot be read no copy is given up; once it is back, each goes and is filed', () => {
  const school = dueTomorrow();
  const { office, parent } = school.people;
  school.workspace.drive.remove(office, school.fileId('people'));
  school.beat();
  expect([mailed(school, parent), filed(school)]).toEqual([[], []]);
  expect(recordsOf(school, 'Outbox').map((mail) => mail['State'])).toEqual(['wanted']);
  school.as(office).get('importRoll', { csv: roll(school.workspace) });
  school.beat();
  expect(mailed(school, parent)).toHaveLength(1);
  expect(filed(school)).toHaveLength(1);
});

test('A11: filing costs two calls a copy and the same besides, however many copies wait and however old the log is', () => {
  const callsFor = (count: number, events: number): string[] => {
    const school = aSchool();
    if (events > 0) ageLog(school, events);
    withoutPdfs(school);
    aClassSigned(school, count);
    school.pass(30);
    expect(recordsOf(school, 'Signatures')).toHaveLength(count);
    school.workspace.clock.pass(24 * 3_600_000);
    const run = school.beat();
    expect(run.ok).toBe(true);
    return run.calls.map(({ name }) => name);
  };
  const [one, ten, old] = [callsFor(1, 0), callsFor(10, 0), callsFor(10, 20_000)];
  const extra = ten.filter((name) => /^(Drive|Blob)\./.test(name)).length - one.filter((name) => /^(Drive|Blob)\./.test(name)).length;
  expect(extra).toBe(2 * 9);
  expect([...old].sort()).toEqual([...ten, ...DESK_A_DAY_OLDER].sort());
});

/** Once a day the desk shows how old its cases are, in one writing however many they are. */
const DESK_A_DAY_OLDER = [
  ...['Lock.tryLock', 'Lock.releaseLock', 'Properties.setProperty', 'Sheets.Spreadsheets.get', 'Sheets.Spreadsheets.get'],
  ...['Sheets.Spreadsheets.Values.batchGet', 'Sheets.Spreadsheets.batchUpdate'],
];

// ---- whatever fails ----

/** A parent has answered; mail and copy wait for tomorrow's PDFs, and it is tomorrow. */
function dueTomorrow(): SchoolUnderTest {
  const school = aSchool();
  putIntoUse(school, 'parent');
  withoutPdfs(school);
  nadiaAnswers(school);
  school.pass(10);
  school.workspace.clock.pass(24 * 3_600_000);
  return school;
}

test('A11: whichever call fails, each copy is mailed and filed once, in one folder, and the history is unbroken', () => {
  faultSweep<SchoolUnderTest>({
    arrange: dueTomorrow,
    clone: (school) => school.another(),
    tries: (call) => /^(Drive|Blob|Gmail)\.|batchUpdate$/.test(call),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => void school.beat(),
    invariant: (school, where) => {
      const folders = Object.values(school.workspace.data.files).filter(
        ({ name, mimeType, owner, trashed }) => mimeType.endsWith('.folder') && owner === school.people.office && !trashed && name !== 'My Drive',
      );
      expect({
        where,
        mails: mailed(school, school.people.parent).map(({ files }) => files.map(({ name }) => name)),
        copies: filed(school),
        folders: folders.map(({ name }) => name).sort(),
        noted: recordsOf(school, 'Signatures').map((row) => pdfs(school).some(({ id }) => id === row['Copy'])),
        history: school.history(),
      }).toEqual({
        where,
        mails: [['Parent and carer agreement - Nadia Khan.pdf']],
        copies: ['Parents/2026-27/3A/Khan, Amira and 1 more - Parent and carer agreement (Nadia Khan) - 2026-09-07.pdf'],
        folders: ['2026-27', '3A', 'Agreements', 'Handrail', 'Parents'],
        noted: [true],
        history: 'unbroken',
      });
    },
  });
});

// ---- hostile words ----

test('A11: what people type is text in page, PDF, file name and mail, whatever it is', async () => {
  const school = aSchool();
  const { teacher, networkManager } = school.people;
  const long = `${'word '.repeat(999)}end.`;
  const clauses = ['<script>alert(1)</script> & "quotes"', '=HYPERLINK("https://example.org")', long, 'قاعدة بالعربية', '\u202egnp.exe'];
  const text = { ...plainStaffText(), title: '<b>Our</b> agreement', sections: [{ heading: '=1+1', asks: 'agree' as const, clauses }] };
  expect(publishText(school, 'staff', text)).toMatchObject({ ok: true });
  const signature = signs(school, 'staff', teacher, '</td><script>x</script> ../../Sam');
  school.pass(5);
  approve(school, [signature]);
  school.pass(10);
  const copy = school.as(teacher).get<SignedCopy>('readCopy', { signature });
  expect(copy.sections[0]?.clauses).toEqual(clauses);
  const pdf = await savedBy(school, networkManager, signature);
  for (const part of [
    '<script>alert(1)</script> & "quotes"',
    '=HYPERLINK("https://example.org")',
    'word end.',
    '<b>Our</b> agreement',
    '</td><script>x</script>',
  ])
    expect(pdf).toContain(part);
  expect(filed(school)).toEqual(['Staff/Okafor, Sam/-b-Our-b- agreement - 2026-09-07.pdf']);
  expect(mailed(school, teacher)[0]?.subject).toBe('Your copy: <b>Our</b> agreement');
});
