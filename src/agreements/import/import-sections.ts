import { audiencesOf, isForOthers } from './import-audience.ts';
import type { Block } from './import-block.ts';
import { beginsAPart, namesAnAgreement, undertakes } from './import-words.ts';

/** A stretch of the document that may be one agreement, from its heading to the next. */
export interface Section {
  /** Its heading first. */
  blocks: Block[];
  /** Its heading names an agreement. */
  isNamed: boolean;
  /** It begins an appendix or another part of the document. */
  isPart: boolean;
}

/** A section that is being collected. */
interface Growing extends Section {
  /** Nothing is stated in it yet. */
  isTitleOnly: boolean;
  paragraphs: number;
  /** Its headings that name an agreement. */
  titles: string;
}

/** How far below a title its subtitle may stand. */
const TITLE_LENGTH = 12;
const MOST_PARAGRAPHS = 4;

/** The document cut at every heading that names an agreement or begins an appendix; what stands above the first comes first, unnamed. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  let last: Growing = { blocks: [], isNamed: false, isPart: false, isTitleOnly: false, paragraphs: 0, titles: '' };
  const sections = [last];
  for (const block of blocks) {
    const isPart = block.kind === 'heading' && beginsAPart(block.text);
    const isNamed = block.kind === 'heading' && namesAnAgreement(block.text);
    if (isPart || (isNamed && !isSubtitle(block, last))) {
      const above = isPart ? [] : titleAbove(last, block);
      last = { blocks: [...above, block], isNamed, isPart, isTitleOnly: true, paragraphs: 0, titles: isNamed ? block.text : '' };
      sections.push(last);
    } else {
      last.blocks.push(block);
      last.isNamed ||= isNamed;
      if (block.kind === 'text') last.paragraphs += 1;
      last.isTitleOnly &&= last.paragraphs <= MOST_PARAGRAPHS && block.kind !== 'item' && block.kind !== 'table' && !undertakes(block.text);
      if (isNamed) last.titles += ` ${block.text}`;
    }
  }
  return sections;
}

/** `Staff and Governors` on the line above `Acceptable Use Agreement`: taken from the section above when only it says whom the agreement is for. */
function titleAbove(section: Section, heading: Block): Block[] {
  const above = section.blocks[section.blocks.length - 1];
  const isTitle = above?.kind === 'heading' && heading.from - above.to <= 2 && !above.text.endsWith(':') && audiencesOf(above.text).length > 0;
  if (!isTitle || audiencesOf(heading.text).length > 0 || (section.blocks.length === 1 && section.isPart)) return [];
  section.blocks.pop();
  return [above];
}

/** A second title before anything is stated, for nobody else: `Acceptable use policy`, then `Staff agreement`. */
function isSubtitle(heading: Block, { blocks, isNamed, isPart, isTitleOnly, titles }: Growing): boolean {
  if (!(isNamed || isPart) || !isTitleOnly || blocks.length > TITLE_LENGTH) return false;
  return audiencesOf(titles).length === 0 || !isForOthers(heading.text, titles);
}
