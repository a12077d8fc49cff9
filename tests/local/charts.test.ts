import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

/** What docs/apps-script/reference/charts/charts.md does, with a bar chart. */
function chartOf(table: string, builder = `.setDimensions(200, 100).setColors(['#1d70b8'])`, last = `.getAs('image/png')`): string {
  return `function main() {
    const data = Charts.newDataTable()${table};
    return Utilities.base64Encode(Charts.newBarChart().setTitle('Cases').setDataTable(data)${builder}.build()${last}.getBytes());
  }`;
}

const COLUMNS = `.addColumn(Charts.ColumnType.STRING, 'Place').addColumn(Charts.ColumnType.NUMBER, 'Cases')`;

function pictureOf(code: string): Buffer {
  const result = runScript(code);
  if (!result.ok) throw new Error(result.error?.message);
  return Buffer.from(result.value as string, 'base64');
}

/** How many dots of a colour there are. The picture is one chunk of lines without filters. */
function dots(png: Buffer, colour: readonly number[]): number {
  const start = png.indexOf('IDAT');
  const width = png.readUInt32BE(16);
  const lines = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  let count = 0;
  for (let y = 0; y < png.readUInt32BE(20); y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      if (colour.every((part, index) => lines[at + index] === part)) count += 1;
    }
  }
  return count;
}

test('a bar chart is a PNG of the size that was asked for, and its bars are as long as their numbers', () => {
  const few = pictureOf(chartOf(`${COLUMNS}.addRow(['Hall', 10]).addRow(['Bus', 1])`));
  const many = pictureOf(chartOf(`${COLUMNS}.addRow(['Hall', 10]).addRow(['Bus', 10])`));
  expect(few.subarray(1, 4).toString()).toBe('PNG');
  expect([few.readUInt32BE(16), few.readUInt32BE(20)]).toEqual([200, 100]);
  const blue = [0x1d, 0x70, 0xb8];
  expect(dots(few, blue) / dots(many, blue)).toBeCloseTo(0.55, 1);
});

test('a row without a number has a label and no bar', () => {
  const png = pictureOf(chartOf(`${COLUMNS}.addRow(['Hall', null])`));
  expect(dots(png, [0x1d, 0x70, 0xb8])).toBe(0);
  expect(dots(png, [51, 51, 51])).toBeGreaterThan(50);
});

// docs/apps-script/reference/charts/data-table-builder.md: "Error: if the data table is empty or otherwise malformed"
test.each([
  ['no columns', ''],
  ['no rows', COLUMNS],
  ['a text where a number belongs', `${COLUMNS}.addRow(['Hall', 'ten'])`],
  ['a row that is too long', `${COLUMNS}.addRow(['Hall', 1, 2])`],
])('a data table with %s is refused', (_, table) => {
  expect(runScript(chartOf(table)).error?.message).toBe('Data table is empty or malformed.');
});

test('what is not modelled is said, and needs no guess: another picture, no size, no colour, other charts', () => {
  const row = `${COLUMNS}.addRow(['Hall', 1])`;
  expect(runScript(chartOf(row, undefined, `.getAs('image/gif')`)).error?.message).toBe('not in the local Workspace: Chart.getAs("image/gif")');
  expect(runScript(chartOf(row, '')).error?.message).toBe('not in the local Workspace: a chart without setDimensions or setColors');
  expect(runScript(`function main() { Charts.newPieChart(); }`).error?.message).toBe('not in the local Workspace: Charts.newPieChart');
});

// docs/apps-script/reference/charts/chart.md: conversions have a daily quota.
test('each picture is a call to Google and counts as a conversion', () => {
  const result = runScript(chartOf(`${COLUMNS}.addRow(['Hall', 1])`));
  expect(result.calls.map(({ name }) => name)).toEqual(['Chart.getAs']);
});

test('a picture from a chart stands in a PDF', () => {
  const code = `function main() {
    const data = Charts.newDataTable()${COLUMNS}.addRow(['Hall', 1]);
    const png = Charts.newBarChart().setDataTable(data).setDimensions(200, 100).setColors(['#1d70b8']).build().getAs('image/png');
    const html = '<p>Cases</p><img src="data:image/png;base64,' + Utilities.base64Encode(png.getBytes()) + '">';
    return Utilities.base64Encode(Utilities.newBlob(html, 'text/html').getAs('application/pdf').getBytes());
  }`;
  expect(pictureOf(code).includes('/Subtype /Image')).toBe(true);
});
