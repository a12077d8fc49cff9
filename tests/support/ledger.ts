import { roundProjection } from '../../src/agreements/asking/rounds.ts';
import { consentProjection } from '../../src/agreements/consents.ts';
import { agreementProjection, formProjection } from '../../src/agreements/published.ts';
import { signatureProjection } from '../../src/agreements/signatures.ts';
import { standingProjection } from '../../src/agreements/standings.ts';
import { caseProjection } from '../../src/incidents/case.ts';
import { flagProjection } from '../../src/messages/flag.ts';
import { monitoringProjection } from '../../src/messages/monitoring.ts';
import { alertProjection } from '../../src/messages/triage/alerts.ts';
import { erasureProjection } from '../../src/records/erasures.ts';
import type { NewEvent, RecordedEvent } from '../../src/records/journal.ts';
import { changesBy, type Projection } from '../../src/records/projection.ts';
import type { Fields, Row, Table } from '../../src/records/table.ts';

const PROJECTIONS = [
  agreementProjection,
  formProjection,
  roundProjection,
  signatureProjection,
  standingProjection,
  consentProjection,
  erasureProjection,
  caseProjection,
  flagProjection,
  monitoringProjection,
  alertProjection,
] as unknown as Projection[];

/** The journal and the views of agreements, erasures, cases and flagged messages, without a spreadsheet under them. */
export class Ledger {
  readonly events: RecordedEvent[] = [];
  private readonly tables = new Map<Table, Map<string, Row<Fields>>>(PROJECTIONS.map(({ table }) => [table, new Map()]));

  /** @param at ISO 8601, UTC */
  record(events: readonly NewEvent[], at: string, actor = 'test'): void {
    const recorded = events.map((event, index) => ({ ...event, sequence: this.events.length + index + 1, at, actor }));
    this.events.push(...recorded);
    for (const projection of PROJECTIONS) {
      const rows = this.rowsOf(projection.table);
      for (const [key, row] of changesBy(projection, recorded, (each) => rows.get(each))) {
        if (row) rows.set(key, row);
        else rows.delete(key);
      }
    }
  }

  /** Of the last event. */
  get sequence(): number {
    return this.events.length;
  }

  readonly hash = 'no chain is kept';

  rows<F extends Fields>(table: Table<F>): Row<F>[] {
    return [...this.rowsOf(table as unknown as Table).values()] as unknown as Row<F>[];
  }

  find<F extends Fields>(table: Table<F>, key: string): Row<F> | undefined {
    return this.rowsOf(table as unknown as Table).get(key) as unknown as Row<F> | undefined;
  }

  private rowsOf(table: Table): Map<string, Row<Fields>> {
    const rows = this.tables.get(table);
    if (!rows) throw new Error(`the ledger keeps no ${table.name}`);
    return rows;
  }
}
