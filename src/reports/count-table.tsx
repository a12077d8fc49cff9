import type { ShownTable } from './report.ts';
import { shownCount } from './report-paper.ts';

/** A table of counts with a bar for each: the numbers are there for whoever does not see the bars, and on paper. */
export function CountTable({ table: { id, title, lines } }: { table: ShownTable }) {
  const most = Math.max(1, ...lines.map(({ count }) => count ?? 0));
  const heading = `table-${id.replace(/\W/g, '-')}`;
  return (
    <section class="handrail-counts" aria-labelledby={heading}>
      <h2 class="govuk-heading-m" id={heading}>
        {title}
      </h2>
      {lines.length === 0 ? (
        <p class="govuk-body">Nothing to show.</p>
      ) : (
        <table class="govuk-table" aria-labelledby={heading}>
          <tbody class="govuk-table__body">
            {lines.map(({ label, count }) => (
              <tr class="govuk-table__row" key={label}>
                <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                  <span class="handrail-said" dir="auto">
                    {label}
                  </span>
                  <span class="handrail-counts__bar" style={{ width: `${(100 * (count ?? 0)) / most}%` }} aria-hidden="true" />
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{shownCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
