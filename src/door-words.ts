/** What a door says when something failed that is nobody's fault. */
interface DoorWords {
  busy: string;
  rightsMissing: string;
  unexpected: string;
}

const DO_NOT_WAIT = 'If a child may be in danger, do not wait: telephone.';
const MENDED_BY =
  'The school’s technician can mend this: open the script editor as the role account, run "start" and allow everything. Until then telephone the designated safeguarding lead.';

/** To somebody who has pressed a button that records something. */
export const PRESSED: DoorWords = {
  busy: `Google is very busy just now. Please wait a minute and try again: what you typed is still here, and it will not be recorded twice. ${DO_NOT_WAIT}`,
  rightsMissing: `Handrail lacks a right that Google must be asked for, so nothing was saved. ${MENDED_BY}`,
  unexpected:
    'Something failed, and we cannot say whether it was saved. What you typed is still here: press the button again, it will not be recorded twice. If it fails again, telephone the designated safeguarding lead.',
};

/** To somebody who only looks: they have typed nothing that could be lost or kept. */
export const LOOKED: DoorWords = {
  busy: `Google is very busy just now. Please wait a minute and try again. ${DO_NOT_WAIT}`,
  rightsMissing: `Handrail lacks a right that Google must be asked for, so this cannot be shown. ${MENDED_BY}`,
  unexpected: 'Something failed, and this cannot be shown just now. Try again. If it fails again, telephone the designated safeguarding lead.',
};
