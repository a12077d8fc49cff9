import { countersign as approve } from './agreements/countersign.ts';
import { publishOwn, readAgreements } from './agreements/own-agreement.ts';
import { listAgreements as seeAgreements, readCopy as seeCopy } from './agreements/see-agreements.ts';
import { door, setUpDoor } from './door.ts';
import { sendMails, settleItsDesk, showRegister, tasks } from './follow-ups.ts';
import { anyoneInSchool, approver, readerOfALane, staff } from './guards.ts';
import { heartbeat } from './heartbeat.ts';
import { home as seeHome } from './home.ts';
import { beginConcern as begin, raiseConcern as raise } from './incidents/raise-concern.ts';
import { openCase as seeCase, listCases as seeCases } from './incidents/see-cases.ts';
import { addNote as note, changeOwner as setOwner, changeState as setState } from './incidents/work-case.ts';
import { servePage } from './pages/serve.page.ts';
import { findPeople as find } from './school/find-people.ts';
import * as setUp from './set-up.ts';

/**
 * Every door of the office script. What is exported here can be called from a browser or by Google; nothing else can.
 * Each line: who may use it, what it runs, what follows from it.
 */
export const doGet = servePage;
export const home = door(anyoneInSchool, seeHome);

export const beginConcern = door(anyoneInSchool, begin);
export const raiseConcern = door(anyoneInSchool, raise, settleItsDesk, sendMails);
export const findPeople = door(staff, find);

export const listCases = door(readerOfALane, seeCases);
export const openCase = door(readerOfALane, seeCase);
export const addNote = door(readerOfALane, note, settleItsDesk);
export const changeState = door(readerOfALane, setState, settleItsDesk);
export const changeOwner = door(readerOfALane, setOwner, settleItsDesk);

export const listAgreements = door(approver, seeAgreements);
export const countersign = door(approver, approve, showRegister, sendMails);
export const readCopy = door(anyoneInSchool, seeCopy);
export const readOwnAgreement = door(approver, readAgreements);
export const publishOwnAgreement = door(approver, publishOwn);

/** For the role account alone. */
export const start = setUp.start;
export const readSetUp = setUpDoor(setUp.readSetUp);
export const saveSettings = setUpDoor(setUp.saveSettings);
export const importRoll = setUpDoor(setUp.importRoll);
export const makeStep = setUpDoor(setUp.makeStep);

/** Not callable from a browser: triggers may name a method (`clock.beat`), `google.script.run` may not. */
export const clock = { beat: heartbeat(tasks) };
