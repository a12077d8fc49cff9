import { FoldedPart } from '../../pages/fold.tsx';
import type { About } from '../concern.ts';
import type { CaseFile } from './case-file.ts';
import { type Fact, Facts } from './facts.tsx';
import { SaidList } from './said-list.tsx';

const ABOUT_WORDS: Record<About, string> = {
  pupil: 'a pupil',
  staff: 'a member of staff',
  'low-level': 'a low-level concern about an adult',
  head: 'the headteacher',
  dsl: 'the designated safeguarding lead',
  data: 'a lost device or data',
  misuse: 'misuse of devices or the internet',
};

/** What the reporter wrote, in their own words, and what they added later. */
export function WhatWasSaid({ file }: { file: CaseFile }) {
  const facts: Fact[] = [
    ['Happened', file.happened || 'not said'],
    ['About', ABOUT_WORDS[file.about]],
    ['Where', file.where],
    ['Device', file.device],
    ['Site or app', file.url],
    ['Done already', file.done],
    ['DSL told in person', file.toldDslInPerson ? 'yes' : 'nobody had said so when it was sent'],
  ];
  return (
    <FoldedPart id="said" title="What was said" isOpen>
      <p class="govuk-body handrail-said" dir="auto">
        {file.story}
      </p>
      <Facts facts={facts} />
      {file.additions.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{file.isFromMail ? 'What came later' : 'The reporter added'}</h3>
          <SaidList all={file.additions} />
        </>
      )}
    </FoldedPart>
  );
}
