import { agreements } from './bench/agreements.ts';
import type { Bench, Row } from './bench/bench.ts';
import { classroom } from './bench/classroom.ts';
import { copies } from './bench/copies.ts';
import { history } from './bench/history.ts';
import { jobs } from './bench/jobs.ts';
import { lessons } from './bench/lessons.ts';
import { messages } from './bench/messages.ts';
import { records } from './bench/records.ts';
import { reports } from './bench/reports.ts';
import { bundleSizes } from './bench/sizes.ts';

const BENCHES: readonly Bench[] = [records, history, jobs, agreements, copies, reports, messages, lessons, classroom, bundleSizes];

/** Columns as wide as their widest cell, numbers to the right. */
function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {}).map((heading) => {
    const cells = [heading, ...rows.map((row) => shown(row[heading]))];
    const width = Math.max(...cells.map((cell) => cell.length));
    const isNumber = rows.every((row) => typeof row[heading] === 'number');
    return cells.map((cell) => (isNumber ? cell.padStart(width) : cell.padEnd(width)));
  });
  const lines = [-1, ...rows.keys()].map((row) =>
    columns
      .map((cells) => cells[row + 1])
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], columns.map(([heading = '']) => '-'.repeat(heading.length)).join('  '), ...lines.slice(1)].join('\n');
}

function shown(cell: string | number | undefined): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-GB') : (cell ?? '');
}

for (const { title, run } of BENCHES) console.log(`${title}\n\n${table(await run())}\n`);
