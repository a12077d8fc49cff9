/** Pixels; a line of a table is as high as this. */
const WIDTH = 640;
const LINE = 32;
const EDGES = 70;
/** The blue of links, as on the page. */
const COLOUR = '#1d70b8';

/** A bar for each line, as a PNG that Google draws; a hidden count has none. */
export function barPicture(title: string, lines: readonly { label: string; count: number | null }[]): GoogleAppsScript.Base.Blob {
  const data = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'What').addColumn(Charts.ColumnType.NUMBER, 'Cases');
  for (const { label, count } of lines) data.addRow([label, count]);
  const height = EDGES + LINE * lines.length;
  return Charts.newBarChart().setTitle(title).setDataTable(data).setDimensions(WIDTH, height).setColors([COLOUR]).build().getAs('image/png');
}
