import { expect, test } from '@jest/globals';
import type { ReportPage } from '../../src/reports/see-report.ts';
import type { PdfFile } from '../../src/school/pdf.script.ts';
import { involved } from '../support/concerns.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { withCases } from '../support/some-cases.ts';

const SUMMER = { from: '2026-04-07', to: '2026-08-31' };
const YEAR = { from: '2025-09-01', to: '2026-08-31' };
const MAY = '2026-05-12T09:00:00.000Z';
const JUNE = '2026-06-16T09:00:00.000Z';
/** What somebody typed as the place, more often than the smallest number. */
const HOSTILE = '<script>alert(1)</script> & =1+1';

const school = aSchool();
const { head, dsl, deputy, secondDeputy, chair, clerk, pupil, teacher } = school.people;
withCases(school, [
  { count: 8, received: MAY, type: 'nudes', severity: 'high', where: 'In the playground.', outcome: 'supported', referred: 'police' },
  { count: 7, received: JUNE, type: 'gambling', severity: 'medium', where: 'Playground', people: [involved('affected', pupil)] },
  { count: 6, received: JUNE, type: 'upskirting', severity: 'low', where: HOSTILE },
  { count: 3, received: JUNE, type: '', where: 'Bedroom of somebody' },
  { count: 2, received: JUNE, where: 'Hall', people: [involved('other', deputy, { kind: 'staff' })] },
  { count: 1, received: JUNE, lane: 'staff', people: [involved('alleged', teacher, { kind: 'staff' })] },
  { count: 9, received: '2025-10-07T09:00:00.000Z', severity: 'high', where: 'Playground' },
]);

function report(email: string, version: string, days: { from: string; to: string } = SUMMER, at: SchoolUnderTest = school): ReportPage['report'] {
  return at.as(email).get<ReportPage>('seeReport', { version, ...days }).report;
}

function counts(of: ReportPage['report'], id: string): Record<string, number | null> {
  return Object.fromEntries((of.tables.find((table) => table.id === id)?.lines ?? []).map(({ label, count }) => [label, count]));
}

test('B16: senior leaders read how many concerns there were of what, where, when, and how they were seen to', () => {
  const seen = report(dsl, 'slt');
  expect(seen.total).toBe(26);
  expect(counts(seen, 'severity')).toEqual({ High: 8, Medium: 7, Low: 6, 'Not set yet': 5 });
  expect(counts(seen, 'month')).toMatchObject({ 'May 2026': 8, 'June 2026': 18, 'July 2026': 0 });
  expect(counts(seen, 'state')).toEqual({ Open: 18, Closed: 8 });
  expect(counts(seen, 'outcome')).toEqual({ 'Resolved: support was given': 8 });
  expect(counts(seen, 'agencies')).toMatchObject({ Police: 8, CEOP: 0 });
  expect(counts(seen, 'first action')).toMatchObject({ 'Within an hour': 8, 'Not yet': 18 });
  expect(Object.values(counts(seen, 'repeat'))).toEqual([1]);
  expect(seen.measures).toContainEqual({ label: 'Median time until something was first done', value: 'less than a minute' });
});

test('B16: the same place written in different ways is one, and a place that came up once or twice is not named', () => {
  expect(counts(report(dsl, 'slt'), 'place')).toEqual({ Playground: 15, '<script>alert 1 </script> & =1+1': 6, Elsewhere: 5 });
});

test('B5, B16: what names whoever reads a report is not in it, in no number, and the report does not say that there is any', () => {
  const mine = report(deputy, 'slt');
  const others = report(dsl, 'slt');
  expect([mine.total, others.total]).toEqual([24, 26]);
  for (const id of ['severity', 'month', 'state', 'first action', 'opening', 'category', 'place']) {
    expect([id, Object.values(counts(mine, id)).reduce((sum: number, count) => sum + (count ?? 0), 0)]).toEqual([id, 24]);
  }
  expect(mine.notes).toEqual(others.notes);
});

test('B5, B16: concerns about adults are counted for those who read them, for nobody else', () => {
  expect(report(head, 'slt').total).toBe(27);
  expect(report(secondDeputy, 'slt').total).toBe(26);
});

test('B16: governors read the same numbers whoever made the report, and none that is small or would give a small one away', () => {
  const byHead = report(head, 'governors');
  expect(byHead).toMatchObject({ total: 24, measures: [] });
  expect(counts(byHead, 'severity')).toEqual({ High: 8, Medium: 7, Low: null, 'Not set yet': null });
  expect(counts(byHead, 'agencies')).toMatchObject({ Police: 8, CEOP: null });
  expect(counts(byHead, 'place')).toEqual({ Playground: 15, Elsewhere: 9 });
  expect(JSON.stringify(byHead)).not.toContain('script');
  for (const email of [chair, dsl, deputy]) expect(report(email, 'governors').tables).toEqual(byHead.tables);
  expect(report(head, 'local authority').tables).toEqual(byHead.tables);
});

test('B16: a year shows what all its terms show, and names those it leaves out', () => {
  const year = report(chair, 'governors', YEAR);
  expect(year.total).toBe(33);
  expect(counts(year, 'severity')).toEqual({ High: null, Medium: null, Low: null, 'Not set yet': null });
  expect(year.notes).toContainEqual(expect.stringContaining('Spring term 2025-26: fewer than 5'));
});

test('B16: the chair and the clerk have the governors’ version alone', () => {
  for (const email of [chair, clerk]) {
    expect(school.as(email).get<ReportPage>('seeReport', { version: '', from: '', to: '' })).toMatchObject({
      versions: [{ id: 'governors' }],
      chosen: { version: 'governors', from: SUMMER.from, to: SUMMER.to },
    });
    for (const version of ['slt', 'local authority'])
      expect(school.as(email).call('seeReport', { version, ...SUMMER })).toMatchObject({ ok: false, code: 'not-your-version', field: 'version' });
  }
});

test.each([
  ['slt', '31/02/2026', '31/03/2026', 'from', 'Enter the first day like 01/09/2026'],
  ['slt', '01/03/2026', 'soon', 'to', 'Enter the last day like 01/09/2026'],
  ['slt', '01/03/2026', '01/02/2026', 'to', 'The last day, 01/02/2026, is before the first, 01/03/2026'],
  ['slt', '01/03/2027', '01/04/2027', 'from', '01/03/2027 is still to come'],
  ['slt', '01/03/1926', '01/04/2026', 'from', 'Choose at most ten years at once'],
  ['governors', '01/05/2026', '31/05/2026', 'from', 'whole term or school year'],
  ['governors', '01/09/2026', '31/12/2026', 'to', 'after 31/12/2026'],
])('B16: the %s version of %s to %s is refused in words', (version, from, to, field, words) => {
  expect(school.as(head).call('seeReport', { version, from, to })).toMatchObject({ ok: false, field, message: expect.stringContaining(words) });
});

test('B12, B16: what was asked of the filter is counted besides, and hidden where it is little', () => {
  const asked = school.clone();
  for (const [index, kind] of ['failure', 'unblock', 'unblock'].entries())
    asked.as(teacher).get('askFilterChange', {
      ...{ key: `press-000${index}-of-filter`, kind, address: 'maps.example', why: 'Geography', forWhom: '4A' },
      until: kind === 'unblock' ? '08/09/2026' : '',
    });
  const autumn = { from: '2026-09-01', to: '2026-12-31' };
  expect(counts(report(head, 'slt', autumn, asked), 'filter')).toEqual({
    ...{ 'Failures reported': 1, 'Requests to open an address': 2, 'Requests to block an address': 0, 'Requests refused': 0 },
  });
  expect(new Set(Object.values(counts(report(head, 'governors'), 'filter')))).toEqual(new Set([null]));
});

test('B16: the PDF has every table with its chart, and what somebody typed is text in it', async () => {
  const { name, base64 } = school.as(dsl).get<PdfFile>('reportAsPdf', { version: 'slt', ...SUMMER });
  expect(name).toBe('Online safety slt 2026-04-07 to 2026-08-31.pdf');
  const bytes = Buffer.from(base64, 'base64');
  const text = (await pdfText(bytes)).pages.join(' ').replace(/\s+/g, ' ');
  for (const part of [
    'Summer term 2025-26, 07/04/2026 to 31/08/2026',
    'Concerns counted: 26',
    'By severity',
    'High 8',
    'Playground 15',
    '<script>alert 1 </script> & =1+1 6',
  ])
    expect(text).toContain(part);
  expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(6);
});

test('B16: the governors’ PDF says hidden where a number is hidden', async () => {
  const { base64 } = school.as(clerk).get<PdfFile>('reportAsPdf', { version: 'governors', ...SUMMER });
  const text = (await pdfText(Buffer.from(base64, 'base64'))).pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('Low hidden Not set yet hidden');
  expect(text).toContain('Numbers below 5, none among them, are hidden');
});

test('B16: when Google makes no more PDFs today, one is told to print', () => {
  const tired = school.clone();
  const { quotas } = tired.workspace;
  quotas.use(school.people.office, 'files converted', quotas.remaining(school.people.office, 'files converted'));
  expect(tired.as(dsl).call('reportAsPdf', { version: 'slt', ...SUMMER })).toMatchObject({ ok: false, code: 'no-more-pdfs' });
});
