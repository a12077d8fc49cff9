import type { Line } from './import-lines.ts';
import type { Mark } from './import-marks.ts';

/** A paragraph, an item of a list, a heading, a line to fill in: whole, however many lines it was broken into. */
export interface Block {
  kind: 'heading' | 'item' | 'text' | 'fields' | 'table';
  text: string;
  /** Numbers of the first and last line. */
  from: number;
  to: number;
  /** Of items. */
  mark: Mark | null;
  indent: number;
  /** Marked as a heading in the document, so that its words need not show it. */
  isMarked: boolean;
  /** Of lines to fill in: what is asked for. */
  fields: string[];
  /** Of lines to fill in: the words alone, which may be a heading. */
  isBare: boolean;
  /** Yes and no stand beside it. */
  isChoice: boolean;
  /** What a person should look at; '' when nothing. */
  doubt: string;
}

export function blockFrom(line: Line, own: Partial<Block> & Pick<Block, 'kind'>): Block {
  return {
    text: line.text.replace(/\t/g, ' '),
    from: line.number,
    to: line.number,
    mark: line.mark,
    indent: line.indent,
    isMarked: false,
    fields: [],
    isBare: false,
    isChoice: false,
    doubt: '',
    ...own,
  };
}
