import type { OutgoingMail } from '../../records/outbox.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { caseTable, readersFor } from '../case.ts';
import { caseAddress, ifItDoesNotOpen } from '../notices.ts';
import { caseEvent, taskEvents } from '../working/work-on.ts';
import { emptyText } from './draft.ts';
import { myConcern } from './my-concerns.ts';
import { refusesPictures } from './pictures.ts';
import type { Receipt } from './raise-concern.ts';
import { type FromDraft, filesOf, finishSending, notePress, refusePictures, sendingOf } from './sending.ts';

export interface AddToConcern extends FromDraft {
  key: IdempotencyKey;
  reference: string;
  text: string;
}

/**
 * The reporter remembers something: it goes to those who read the case, also when it is closed (B1, B13: closed is closed, more is added beside it).
 * @throws Refusal when nothing was written, or the concern is not theirs
 */
export function addToConcern({ key, reference, text, draft, files }: AddToConcern, visit: Visit): Receipt {
  const { me, school, records } = visit;
  if (text.trim() === '' && files.length === 0) throw new Refusal('nothing-added', 'Write what you want to add', 'story');
  const sending = sendingOf({ draft, files }, reference, me);
  if (sending.uploads.length > 0 && refusesPictures(myConcern(records.view([caseTable]), reference, me).types, text)) refusePictures(sending, me);
  notePress(sending, key, { text: { ...emptyText(), story: text }, by: me.email });

  const answer = records.decide({ key, actor: me.email, reads: [caseTable] }, (view) => {
    const row = myConcern(view, reference, me);
    const added = caseEvent('concern added to', reference, { text, files: filesOf(sending, files) });
    const readers = readersFor(row, school).filter((reader) => reader !== me.email);
    return {
      events: [added, ...taskEvents(row, [added], visit)],
      mails: readers.length === 0 ? [] : [addedNotice(reference, readers, school)],
      answer: { reference },
    };
  });
  finishSending(sending, reference, records);
  return answer;
}

/** Says that there is more to read, and nothing of it. */
function addedNotice(reference: string, readers: readonly string[], school: School): OutgoingMail {
  return {
    to: [...readers],
    subject: 'Handrail: something was added to a concern',
    body: [
      'Whoever raised a concern has added something to it. Open it here, signed in with your school account and no other:',
      '',
      caseAddress(reference, school),
      '',
      ifItDoesNotOpen(readers, school),
    ].join('\n'),
  };
}
