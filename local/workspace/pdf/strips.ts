import type { Block } from './blocks.ts';
import type { Paper, Strip } from './paper.ts';
import { tableStrips } from './table.ts';
import { textStrips } from './text.ts';

/** Blocks as strips of `width` points. */
export function stripsOf(blocks: readonly Block[], width: number, paper: Paper): Strip[] {
  return blocks.flatMap((block) => shifted(strips(block, width, paper), 'indent' in block ? block.indent : 0));
}

function strips(block: Block, width: number, paper: Paper): Strip[] {
  switch (block.kind) {
    case 'text':
      return textStrips(block, width - block.indent, paper.letters);
    case 'table':
      return tableStrips(block.rows, width - block.indent, paper, stripsOf);
    case 'picture':
      return [picture(block, width - block.indent, paper)];
    case 'line':
      return [{ kind: 'ink', height: 1, draw: (x, y) => void paper.pdf.setLineWidth(0.75).line(x, y, x + width - block.indent, y) }];
    case 'gap':
      return [{ kind: 'gap', height: block.height, draw: () => {} }];
    case 'new page':
      return [{ kind: 'new page', height: 0, draw: () => {} }];
  }
}

function shifted(all: Strip[], by: number): Strip[] {
  return by === 0 ? all : all.map((strip) => ({ ...strip, draw: (x, y) => strip.draw(x + by, y) }));
}

/** In its own size, a pixel being three quarters of a point, unless the page says another; never larger than there is room. */
function picture(block: Extract<Block, { kind: 'picture' }>, room: number, { pdf, height: page }: Paper): Strip {
  const own = pdf.getImageProperties(block.data);
  const ratio = own.height / own.width;
  const wanted = block.width ?? (block.height === undefined ? own.width * 0.75 : block.height / ratio);
  const tall = block.height ?? wanted * ratio;
  const scale = Math.min(1, room / wanted, page / tall);
  const [width, height] = [wanted * scale, tall * scale];
  return { kind: 'ink', height, draw: (x, y) => void pdf.addImage(block.data, own.fileType, x, y, width, height) };
}
