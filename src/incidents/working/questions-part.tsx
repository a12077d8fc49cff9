import { useState } from 'preact/hooks';
import { OpenPart } from '../../pages/fold.tsx';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { CaseForm, CasePart } from './case-part.ts';
import { SaidList } from './said-list.tsx';

/** What reviewers asked and what was answered (B15); nothing while nobody has asked. */
export function Questions({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  if (file.questions.length === 0) return null;
  return (
    <OpenPart id="questions" title={file.questioned ? 'A reviewer asks' : 'Reviewers’ questions'}>
      {notice}
      <SaidList all={file.questions.flatMap(({ answer, ...question }) => (answer ? [question, answer] : [question]))} />
      {file.questioned && <AnswerForm {...{ file, onDone }} />}
    </OpenPart>
  );
}

function AnswerForm({ file, onDone }: CaseForm) {
  const [text, setText] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('questions', onDone);
  const answer = () =>
    send(text, async (key) => {
      await call('answerQuestion', { key, reference: file.reference, text });
      setText('');
      return 'The answer has been recorded. The reviewer sees it on the review page.';
    });
  return (
    <>
      {problem}
      <TextArea id={idOf('answer')} label="Your answer" rows={3} error={errorFor('answer')} value={text} onInput={setText} />
      <Button busy={busy} onPress={answer}>
        Answer
      </Button>
    </>
  );
}
