import { formatNumber } from '../../workspace/sheets/display.ts';
import { dateFormat } from '../../workspace/sheets/input.ts';
import { serialOf } from '../../workspace/sheets/serial-date.ts';
import { LocalServed } from '../served.ts';
import { expectArgs } from './host.ts';

/** The conditions that conditional formats and filters have in common, kept by the API's names. */
export abstract class Criteria extends LocalServed {
  /** Takes over a condition: an API condition type and its `userEnteredValue`s. */
  protected abstract $condition(type: string, values: unknown[]): this;

  $when(method: string, args: unknown[], kinds: string, type: string): this {
    expectArgs(`${this.$name}.${method}`, args, kinds);
    return this.$condition(
      type,
      args.map((value) => ({
        userEnteredValue: value instanceof Date ? formatNumber(Math.floor(serialOf(value.getTime(), 'UTC')), dateFormat('en_GB')) : String(value),
      })),
    );
  }

  whenCellEmpty(...args: unknown[]): this {
    return this.$when('whenCellEmpty', args, '', 'BLANK');
  }
  whenCellNotEmpty(...args: unknown[]): this {
    return this.$when('whenCellNotEmpty', args, '', 'NOT_BLANK');
  }
  whenDateAfter(...args: unknown[]): this {
    return this.$when('whenDateAfter', args, 'Date', 'DATE_AFTER');
  }
  whenDateBefore(...args: unknown[]): this {
    return this.$when('whenDateBefore', args, 'Date', 'DATE_BEFORE');
  }
  whenDateEqualTo(...args: unknown[]): this {
    return this.$when('whenDateEqualTo', args, 'Date', 'DATE_EQ');
  }
  whenFormulaSatisfied(...args: unknown[]): this {
    return this.$when('whenFormulaSatisfied', args, 'string', 'CUSTOM_FORMULA');
  }
  whenNumberBetween(...args: unknown[]): this {
    return this.$when('whenNumberBetween', args, 'number number', 'NUMBER_BETWEEN');
  }
  whenNumberNotBetween(...args: unknown[]): this {
    return this.$when('whenNumberNotBetween', args, 'number number', 'NUMBER_NOT_BETWEEN');
  }
  whenNumberEqualTo(...args: unknown[]): this {
    return this.$when('whenNumberEqualTo', args, 'number', 'NUMBER_EQ');
  }
  whenNumberNotEqualTo(...args: unknown[]): this {
    return this.$when('whenNumberNotEqualTo', args, 'number', 'NUMBER_NOT_EQ');
  }
  whenNumberGreaterThan(...args: unknown[]): this {
    return this.$when('whenNumberGreaterThan', args, 'number', 'NUMBER_GREATER');
  }
  whenNumberGreaterThanOrEqualTo(...args: unknown[]): this {
    return this.$when('whenNumberGreaterThanOrEqualTo', args, 'number', 'NUMBER_GREATER_THAN_EQ');
  }
  whenNumberLessThan(...args: unknown[]): this {
    return this.$when('whenNumberLessThan', args, 'number', 'NUMBER_LESS');
  }
  whenNumberLessThanOrEqualTo(...args: unknown[]): this {
    return this.$when('whenNumberLessThanOrEqualTo', args, 'number', 'NUMBER_LESS_THAN_EQ');
  }
  whenTextContains(...args: unknown[]): this {
    return this.$when('whenTextContains', args, 'string', 'TEXT_CONTAINS');
  }
  whenTextDoesNotContain(...args: unknown[]): this {
    return this.$when('whenTextDoesNotContain', args, 'string', 'TEXT_NOT_CONTAINS');
  }
  whenTextStartsWith(...args: unknown[]): this {
    return this.$when('whenTextStartsWith', args, 'string', 'TEXT_STARTS_WITH');
  }
  whenTextEndsWith(...args: unknown[]): this {
    return this.$when('whenTextEndsWith', args, 'string', 'TEXT_ENDS_WITH');
  }
  whenTextEqualTo(...args: unknown[]): this {
    return this.$when('whenTextEqualTo', args, 'string', 'TEXT_EQ');
  }
}
