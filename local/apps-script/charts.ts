import { NotModelled } from '../workspace/errors.ts';
import { Blob, CONVERSION } from './blob.ts';
import { type BarPlan, drawBars } from './charts/bars.ts';
import { mismatch, ScriptError } from './errors.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, Enumeration, EnumValue, LocalServed } from './served.ts';

const COLUMN_TYPES = new Enumeration('ColumnType', ['DATE', 'NUMBER', 'STRING']);

interface Column {
  type: string;
  label: string;
}

/** docs/apps-script/reference/charts/data-table.md: it has no methods of its own. */
class DataTable extends LocalServed {
  readonly $name = 'DataTable';

  constructor(
    readonly $columns: readonly Column[],
    readonly $rows: readonly (readonly unknown[])[],
  ) {
    super();
  }
}

/** docs/apps-script/reference/charts/data-table-builder.md */
class DataTableBuilder extends LocalServed {
  readonly $name = 'DataTableBuilder';
  readonly #columns: Column[] = [];
  readonly #rows: unknown[][] = [];

  addColumn(type: EnumValue, label: string): this {
    if (!(type instanceof EnumValue) || type.$enumeration !== COLUMN_TYPES.$name || typeof label !== 'string')
      throw mismatch('Charts.DataTableBuilder.addColumn', [type, label]);
    this.#columns.push({ type: type.name(), label });
    return this;
  }

  addRow(values: unknown[]): this {
    if (!Array.isArray(values)) throw mismatch('Charts.DataTableBuilder.addRow', [values]);
    this.#rows.push([...values]);
    return this;
  }

  /** "Error: if the data table is empty or otherwise malformed"; values that are missing count as null. */
  build(): DataTable {
    const isMalformed = this.#rows.some((row) => row.length > this.#columns.length || row.some((value, at) => !fits(value, this.#columns[at])));
    if (this.#columns.length === 0 || this.#rows.length === 0 || isMalformed) throw new ScriptError('Data table is empty or malformed.', 'Error');
    return new DataTable([...this.#columns], this.#rows);
  }
}

function fits(value: unknown, column: Column | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (column?.type === 'NUMBER') return typeof value === 'number' && Number.isFinite(value);
  return column?.type === 'STRING' ? typeof value === 'string' : value instanceof Date;
}

/** docs/apps-script/reference/charts/chart.md */
class Chart extends LocalServed {
  readonly $name = 'Chart';
  override readonly $remoteMethods: readonly string[] = CONVERSION.methods;
  override readonly $latency = CONVERSION.latency;
  readonly #run: Run;
  readonly #plan: BarPlan;

  constructor(run: Run, plan: BarPlan) {
    super();
    this.#run = run;
    this.#plan = plan;
  }

  /** It says that daily quotas for conversions hold, so each picture counts as one; `image/png` is what its own sample asks for. */
  getAs(contentType: string): Blob {
    if (typeof contentType !== 'string') throw mismatch('Charts.Chart.getAs', [contentType]);
    if (contentType !== 'image/png') throw new NotModelled(`Chart.getAs("${contentType}")`);
    const { quotas } = this.#run.workspace;
    if (!quotas.use(this.#run.effective, 'files converted')) throw new ScriptError('Service invoked too many times for one day: conversion.');
    return new Blob(this.#run, { bytes: drawBars(this.#plan), contentType, name: 'chart.png' });
  }
}

/**
 * docs/apps-script/reference/charts/bar-chart-builder.md. One row of numbers, one colour. Where a size or a colour is left out Google takes
 * one that is not documented: say it.
 */
class BarChartBuilder extends LocalServed {
  readonly $name = 'BarChartBuilder';
  readonly #run: Run;
  #title = '';
  #size: { width: number; height: number } | null = null;
  #colour: string | null = null;
  #table: DataTable | null = null;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  setTitle(chartTitle: string): this {
    if (typeof chartTitle !== 'string') throw mismatch('Charts.BarChartBuilder.setTitle', [chartTitle]);
    this.#title = chartTitle;
    return this;
  }

  setDimensions(width: number, height: number): this {
    const isSize = (length: unknown) => Number.isInteger(length) && (length as number) > 0;
    if (!isSize(width) || !isSize(height)) throw mismatch('Charts.BarChartBuilder.setDimensions', [width, height]);
    this.#size = { width, height };
    return this;
  }

  setColors(cssValues: string[]): this {
    if (!Array.isArray(cssValues) || !cssValues.every((each) => typeof each === 'string')) throw mismatch('Charts.BarChartBuilder.setColors', [cssValues]);
    const [first = '', ...others] = cssValues;
    if (others.length > 0 || !/^#[0-9a-f]{6}$/i.test(first)) throw new NotModelled(`BarChartBuilder.setColors(${JSON.stringify(cssValues)})`);
    this.#colour = first;
    return this;
  }

  /** A builder is built "as part of this call, so any further updates to the builder won't be reflected". */
  setDataTable(table: DataTable | DataTableBuilder): this {
    if (!(table instanceof DataTable || table instanceof DataTableBuilder)) throw mismatch('Charts.BarChartBuilder.setDataTable', [table]);
    this.#table = table instanceof DataTableBuilder ? table.build() : table;
    return this;
  }

  build(): Chart {
    if (!this.#table) throw new NotModelled('a chart without a data table');
    if (!this.#size || !this.#colour) throw new NotModelled('a chart without setDimensions or setColors');
    // "The first column should be a string … Any number of columns can follow, all must be numeric."
    const [first, second, ...others] = this.#table.$columns.map(({ type }) => type);
    if (first !== 'STRING' || second !== 'NUMBER' || others.length > 0) throw new NotModelled('a chart of other columns than a text and a number');
    const bars = this.#table.$rows.map(([label, value]) => ({ label: String(label ?? ''), value: typeof value === 'number' ? value : null }));
    return new Chart(this.#run, { title: this.#title, ...this.#size, colour: this.#colour, bars });
  }
}

/** docs/apps-script/reference/charts/charts.md. No scope is named for any of it. */
class Charts extends LocalServed {
  readonly $name = 'Charts';
  readonly ColumnType = COLUMN_TYPES;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  newDataTable(): DataTableBuilder {
    return new DataTableBuilder();
  }

  newBarChart(): BarChartBuilder {
    return new BarChartBuilder(this.#run);
  }
}

documented<DataTable, GoogleAppsScript.Charts.DataTable>(true);
documented<DataTableBuilder, GoogleAppsScript.Charts.DataTableBuilder>(true);
documented<Chart, GoogleAppsScript.Charts.Chart>(true);
documented<BarChartBuilder, GoogleAppsScript.Charts.BarChartBuilder>(true);
documented<Charts, GoogleAppsScript.Charts.Charts>(true);

export const chartGlobals: Globals = { Charts: (run) => new Charts(run) };
