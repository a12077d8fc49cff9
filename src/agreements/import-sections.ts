import { audiencesOf } from './import-audience.ts';
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

/** How far below a title its subtitle may stand. */
const TITLE_LENGTH = 12;

/** The document cut at every heading that names an agreement or begins an appendix; what stands above the first comes first, unnamed. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ blocks: [], isNamed: false, isPart: false }];
  let last = sections[0] as Section;
  for (const block of blocks) {
    const isPart = block.kind === 'heading' && beginsAPart(block.text);
    const isNamed = block.kind === 'heading' && namesAnAgreement(block.text);
    if (isPart || (isNamed && !isSubtitle(block, last))) {
      last = { blocks: [block], isNamed, isPart };
      sections.push(last);
    } else {
      last.blocks.push(block);
      last.isNamed = last.isNamed || isNamed;
    }
  }
  return sections;
}

/** A second title before anything is stated, for nobody else: `Acceptable use policy`, then `Staff agreement`. */
function isSubtitle(heading: Block, { blocks, isNamed, isPart }: Section): boolean {
  if (!(isNamed || isPart) || blocks.length > TITLE_LENGTH || blocks.some((block) => block.kind === 'item' || block.kind === 'table' || undertakes(block.text)))
    return false;
  const before = blocks.filter((block) => block.kind === 'heading' && namesAnAgreement(block.text)).flatMap((block) => audiencesOf(block.text));
  const own = audiencesOf(heading.text);
  return before.length === 0 || own.every((audience) => before.includes(audience));
}
