import { saveAgreementSettings as keepSettings, readAgreementSettings as readSettings } from './agreements/asking/agreement-settings.script.ts';
import { myTeam as seeTeam } from './agreements/asking/my-team.ts';
import { confirmLeavers as closeLeavers } from './agreements/asking/people.ts';
import { startRound as beginRound, planRound as plan } from './agreements/asking/start-round.ts';
import { askAgain as askOneAgain, closeStanding as closeOne, withdrawStanding as withdraw } from './agreements/by-hand/change-standing.ts';
import { countersign as approve } from './agreements/by-hand/countersign.ts';
import { extendAccess as extend } from './agreements/by-hand/extend-access.ts';
import { recordConsent as keepConsent } from './agreements/by-hand/record-consent.ts';
import { seeDifference as noteDifference } from './agreements/by-hand/see-difference.ts';
import { seePerson as seeOne } from './agreements/by-hand/see-person.ts';
import { seeUnsettled as seeWhatIsOpen } from './agreements/by-hand/see-unsettled.ts';
import { seeWaiting as seeWhatWaits } from './agreements/by-hand/see-waiting.ts';
import { askForRightText as askWhoSignedChanged, sendBack as sendSignaturesBack } from './agreements/by-hand/send-back.ts';
import { settleAnswer as settle } from './agreements/by-hand/settle-answer.ts';
import { publishClassAgreement as publishClass } from './agreements/classes/publish-class.ts';
import { openClass as seeClass } from './agreements/classes/see-class.ts';
import { shareWithParents as share } from './agreements/classes/share-class.ts';
import { undoWitness as takeBack, witnessSignatures as witness } from './agreements/classes/witness.ts';
import { copyAsPdf as makePdf } from './agreements/copies/copy-pdf.script.ts';
import { readCopy as seeCopy } from './agreements/copies/read-copy.ts';
import { retireAgreement as retire } from './agreements/forms/publish.form.ts';
import { readAgreementDoc as readDoc, readAgreementText as readText } from './agreements/import/read-agreement.ts';
import { savePolicy as keepPolicy, archivePolicy as putAway, reviewPolicy as recordReview } from './agreements/policies/save-policy.ts';
import { seePolicies as seeAllPolicies } from './agreements/policies/see-policies.ts';
import { findStandings as searchStandings } from './agreements/register/find-standings.ts';
import { checkForms as lookAtForms, openAgreement as seeAgreement } from './agreements/register/open-agreement.ts';
import { putBuiltInIntoUse, putIntoUse } from './agreements/register/publish-agreement.ts';
import { seeAgreements as seeOverview } from './agreements/register/see-agreements.ts';
import { door, setUpDoor } from './door.ts';
import { afterDesks, GLANCED_AT, seeToDesks, sendMails, settleEveryDesk, settleItsDesk, settleWhenOpened, tasks } from './follow-ups.ts';
import {
  accessKeeper,
  anyoneInSchool,
  approver,
  filterApprover,
  filterWorker,
  historyReader,
  incidentLead,
  lessonLead,
  monitoringReader,
  policyKeeper,
  readerOfALane,
  registerKeeper,
  reportReader,
  reviewer,
  seniorLeader,
  staff,
  transferKeeper,
} from './guards.ts';
import { heartbeat } from './heartbeat.ts';
import { verifyHistory as verify } from './history/verify-history.ts';
import { home as seeHome } from './home.ts';
import { askFilterChange as askChange } from './incidents/filtering/ask-filter-change.ts';
import { seeFiltering as seeFilterLog } from './incidents/filtering/see-filtering.ts';
import {
  carryOutFilterChange as carryOut,
  decideFilterChange as decideChange,
  withdrawFilterChange as withdrawChange,
} from './incidents/filtering/work-filter-change.ts';
import { chooseGridRow as chooseRow, readGrids as seeGrids } from './incidents/grids/choose-grid-row.ts';
import { saveIncidentSettings as keepIncidentSettings, readIncidentSettings as seeIncidentSettings } from './incidents/incident-settings.script.ts';
import { makeAccessPdf as makeAccess } from './incidents/keeping/access-pdf.script.ts';
import { answerRequest as noteAnswered, recordRequest as noteRequest, extendRequest as takeMoreTime } from './incidents/keeping/ask-access.ts';
import { chronologyAsPdf as makeChronology } from './incidents/keeping/chronology-pdf.script.ts';
import { settleLeftover as settleCopy } from './incidents/keeping/clear-leftovers.ts';
import { approveCaseErasure, askCaseErasure, refuseCaseErasure } from './incidents/keeping/erase-case.ts';
import { holdCase as hold, keepOn as keepLonger, releaseCase as release } from './incidents/keeping/keep-case.ts';
import { seeChronology as seeCasesOf } from './incidents/keeping/see-chronology.ts';
import { seeKeeping as seeKept } from './incidents/keeping/see-keeping.ts';
import { seeRequests as seeAllRequests, openRequest as seeRequest } from './incidents/keeping/see-requests.ts';
import { seeTransfers as seeAllTransfers, openTransfer as seeTransfer } from './incidents/keeping/see-transfers.ts';
import {
  startTransfer as beginTransfer,
  chaseTransfer as noteChased,
  receiveTransfer as noteReceipt,
  sendTransfer as noteSent,
  stopTransfer as stop,
} from './incidents/keeping/transfer-file.ts';
import { makeTransferPdf as makeTransfer } from './incidents/keeping/transfer-pdf.script.ts';
import { addToConcern as addMore } from './incidents/reporting/add-to-concern.ts';
import { forgetDraft as dropDraft, saveDraft as keepDraft, readDraft as seeDraft } from './incidents/reporting/keep-draft.ts';
import { seeMyConcern as seeMine } from './incidents/reporting/my-concerns.ts';
import { beginConcern as begin, raiseConcern as raise } from './incidents/reporting/raise-concern.ts';
import { removeUpload as dropFile, uploadFile as putFile } from './incidents/reporting/upload-file.ts';
import { answerQuestion as answer, askQuestion as ask } from './incidents/review/questions.ts';
import { seeReview as seeReviewed } from './incidents/review/see-review.ts';
import { signReview as sign } from './incidents/review/sign-review.ts';
import { makeReferralPack as makeReferral } from './incidents/sharing/make-referral-pack.ts';
import { addFile as keepFile, readFile as seeFile } from './incidents/working/case-files.ts';
import { changePeople as setPeople } from './incidents/working/change-people.ts';
import { classifyCase as classify } from './incidents/working/classify-case.ts';
import { addAddendum as append, closeCase as close } from './incidents/working/close-case.ts';
import { handOver as giveOver } from './incidents/working/hand-over.ts';
import { linkCases as link } from './incidents/working/link-cases.ts';
import { recordDecision as noteDecision, shareInformation as noteShare } from './incidents/working/record-decision.ts';
import { recordStep as noteStep } from './incidents/working/record-step.ts';
import { openCase as seeCase } from './incidents/working/see-case.ts';
import { findCases as searchCases, listCases as seeCases } from './incidents/working/see-cases.ts';
import { addTask as giveTask, settleTask as settleOne } from './incidents/working/settle-task.ts';
import { addNote as note, changeOwner as setOwner, changeState as setState } from './incidents/working/work-case.ts';
import { openLesson as lookAtLesson } from './lessons/checking/open-lesson.ts';
import { finishLesson as finish } from './lessons/log/finish-lesson.ts';
import { listLessons as seeLessons } from './lessons/log/list-lessons.ts';
import { recordLesson as logLesson } from './lessons/log/record-lesson.ts';
import { seeLesson as seeOneLesson } from './lessons/log/see-lesson.ts';
import { askOneToOne as askForOne } from './lessons/one-to-ones/ask-one-to-one.ts';
import { decideOneToOne as decideOne, endOneToOne as endOne } from './lessons/one-to-ones/decide-one-to-one.ts';
import * as oneToOneShapes from './lessons/one-to-ones/one-to-one-shapes.ts';
import { seeOneToOnes as seeOnes } from './lessons/one-to-ones/see-one-to-ones.ts';
import { forgetRules } from './lessons/pupils/kept-rules.script.ts';
import { seeLessonRules as seeRules } from './lessons/pupils/see-lesson-rules.ts';
import { readLessonSettings as seeLessonSettings } from './lessons/settings/read-lesson-settings.ts';
import { setLessonSetting as keepLessonSetting } from './lessons/settings/set-lesson-setting.ts';
import * as lessonSettingShapes from './lessons/settings/settings-shapes.ts';
import * as lessonShapes from './lessons/shapes.ts';
import { disposeFlag as dispose } from './messages/dispositions/dispose-flag.ts';
import { approveFlagErasure as approveFlags, askFlagErasure as askFlags, refuseFlagErasure as refuseFlags } from './messages/dispositions/erase-flags.ts';
import { listFlags as seeFlags } from './messages/dispositions/list-flags.ts';
import { seeFlag as seeOneFlag } from './messages/dispositions/see-flag.ts';
import { mendMailFilters as mendFilters, seeMailRules as seeGoogleRules } from './messages/gmail/see-mail-rules.ts';
import { seeHouseRules as seeBreaches, settleHouseRule as settleBreach } from './messages/house/see-breaches.ts';
import { muteRule as mute, endMute as unmute } from './messages/settings/mute-rule.ts';
import { addOwnRule as addRule, removeOwnRule as removeRule } from './messages/settings/own-rules.ts';
import { readMonitoring as seeMonitoring } from './messages/settings/read-monitoring.ts';
import { recordTold as noteTold } from './messages/settings/record-told.ts';
import { setMode as chooseMode, decideJournal as noteJournal } from './messages/settings/set-mode.ts';
import { setHouseRules as keepHouseRules, setNumbers as keepNumbers, setThresholds as keepThresholds } from './messages/settings/set-numbers.ts';
import * as messageShapes from './messages/shapes.ts';
import { servePage } from './pages/serve.page.ts';
import { reportAsPdf as makeReport } from './reports/report-pdf.script.ts';
import { seeReport as seeFigures } from './reports/see-report.ts';
import { findPeople as find, findPupils as findPupil } from './school/find-people.ts';
import * as setUp from './set-up.ts';
import * as shapes from './shapes.ts';

/**
 * Every door of the office script. What is exported here can be called from a browser or by Google; nothing else can.
 * Each line: who may use it, what it takes, what it runs, what follows from it.
 */
export const doGet = servePage;
export const home = door(anyoneInSchool, shapes.nothing, seeHome);

export const beginConcern = door(anyoneInSchool, shapes.nothing, begin);
export const raiseConcern = door(anyoneInSchool, shapes.concern, raise, settleItsDesk, sendMails);
export const saveDraft = door(anyoneInSchool, shapes.draft, keepDraft);
export const readDraft = door(anyoneInSchool, shapes.writing, seeDraft);
export const forgetDraft = door(anyoneInSchool, shapes.writing, dropDraft);
export const uploadFile = door(anyoneInSchool, shapes.upload, putFile);
export const removeUpload = door(anyoneInSchool, shapes.uploadRemoved, dropFile);
export const seeMyConcern = door(anyoneInSchool, shapes.oneCase, seeMine);
export const addToConcern = door(anyoneInSchool, shapes.addition, addMore, settleItsDesk, sendMails);
export const seeLessonRules = door(anyoneInSchool, lessonShapes.lessonRules, seeRules);
export const findPeople = door(staff, shapes.search, find);

export const listCases = door(readerOfALane, shapes.caseFilter, afterDesks(seeCases));
export const findCases = door(readerOfALane, shapes.search, searchCases);
export const openCase = door(readerOfALane, shapes.oneCase, afterDesks(seeCase), settleWhenOpened);
export const addNote = door(readerOfALane, shapes.note, note, settleItsDesk);
export const changeState = door(readerOfALane, shapes.state, setState, settleItsDesk);
export const changeOwner = door(readerOfALane, shapes.owner, setOwner, settleItsDesk);
export const classifyCase = door(readerOfALane, shapes.classified, classify, settleItsDesk);
export const changePeople = door(readerOfALane, shapes.peopleChanged, setPeople, settleItsDesk, sendMails);
export const recordStep = door(readerOfALane, shapes.stepAnswered, noteStep, settleItsDesk);
export const readGrids = door(readerOfALane, shapes.nothing, seeGrids);
export const chooseGridRow = door(readerOfALane, shapes.gridRow, chooseRow, settleItsDesk);
export const settleTask = door(readerOfALane, shapes.taskSettled, settleOne, settleItsDesk);
export const addTask = door(readerOfALane, shapes.taskAdded, giveTask, settleItsDesk);
export const recordDecision = door(readerOfALane, shapes.decision, noteDecision, settleItsDesk);
export const shareInformation = door(readerOfALane, shapes.shared, noteShare);
export const seeHouseRules = door(readerOfALane, shapes.nothing, seeBreaches);
export const settleHouseRule = door(readerOfALane, shapes.houseRuleSeen, settleBreach);
export const makeReferralPack = door(readerOfALane, shapes.referralPack, makeReferral, settleItsDesk);
export const addFile = door(readerOfALane, shapes.caseFile, keepFile);
export const readFile = door(readerOfALane, shapes.oneFile, seeFile);
export const handOver = door(readerOfALane, shapes.handedOver, giveOver, settleItsDesk, sendMails);
export const linkCases = door(readerOfALane, shapes.caseLinked, link);
export const closeCase = door(readerOfALane, shapes.closing, close, settleItsDesk, sendMails);
export const addAddendum = door(readerOfALane, shapes.note, append);

export const seeReview = door(reviewer, shapes.nothing, seeReviewed);
export const signReview = door(reviewer, shapes.reviewSigned, sign);
export const askQuestion = door(reviewer, shapes.note, ask);
export const answerQuestion = door(readerOfALane, shapes.note, answer, settleItsDesk);

export const seeFiltering = door(staff, shapes.nothing, seeFilterLog);
export const askFilterChange = door(staff, shapes.filterChange, askChange, sendMails);
export const decideFilterChange = door(filterApprover, shapes.filterDecision, decideChange);
export const carryOutFilterChange = door(filterWorker, shapes.filterDone, carryOut);
export const withdrawFilterChange = door(staff, shapes.filterWithdrawn, withdrawChange);

export const listFlags = door(readerOfALane, messageShapes.flagFilter, seeFlags);
export const seeFlag = door(readerOfALane, messageShapes.oneFlag, seeOneFlag);
export const disposeFlag = door(readerOfALane, messageShapes.flagDisposed, dispose);
export const askFlagErasure = door(readerOfALane, messageShapes.flagsAsked, askFlags, sendMails);
export const approveFlagErasure = door(readerOfALane, messageShapes.flagsErased, approveFlags);
export const refuseFlagErasure = door(readerOfALane, messageShapes.flagsAsked, refuseFlags);

export const openLesson = door(staff, lessonShapes.lessonOpened, lookAtLesson);
export const recordLesson = door(staff, lessonShapes.lessonRecorded, logLesson);
export const finishLesson = door(staff, lessonShapes.lessonFinished, finish);
export const listLessons = door(staff, lessonShapes.lessonFilter, seeLessons);
export const seeLesson = door(staff, lessonShapes.oneLesson, seeOneLesson);

export const readMonitoring = door(monitoringReader, shapes.nothing, seeMonitoring);
export const seeMailRules = door(monitoringReader, shapes.nothing, seeGoogleRules);
export const mendMailFilters = door(monitoringReader, shapes.nothing, mendFilters);
export const setMode = door(incidentLead, messageShapes.modeSet, chooseMode);
export const decideJournal = door(incidentLead, messageShapes.journalDecided, noteJournal);
export const recordTold = door(incidentLead, messageShapes.groupTold, noteTold);
export const muteRule = door(incidentLead, messageShapes.ruleMuted, mute);
export const endMute = door(incidentLead, messageShapes.muteEnded, unmute);
export const addOwnRule = door(incidentLead, messageShapes.ownRuleAdded, addRule);
export const removeOwnRule = door(incidentLead, messageShapes.ownRuleRemoved, removeRule);
export const setThresholds = door(incidentLead, messageShapes.thresholdsSet, keepThresholds);
export const setNumbers = door(incidentLead, messageShapes.numbersSet, keepNumbers);
export const setHouseRules = door(incidentLead, messageShapes.houseRulesSet, keepHouseRules);

export const seeOneToOnes = door(staff, oneToOneShapes.oneToOnesSeen, seeOnes);
export const askOneToOne = door(staff, oneToOneShapes.oneToOneAsked, askForOne);
export const decideOneToOne = door(seniorLeader, oneToOneShapes.oneToOneDecided, decideOne);
export const endOneToOne = door(staff, oneToOneShapes.oneToOneEnded, endOne);

export const readLessonSettings = door(lessonLead, shapes.nothing, seeLessonSettings);
export const setLessonSetting = door(lessonLead, lessonSettingShapes.lessonSettingSet, keepLessonSetting, forgetRules);

export const readIncidentSettings = door(incidentLead, shapes.nothing, seeIncidentSettings);
export const saveIncidentSettings = door(incidentLead, shapes.incidentSettings, afterDesks(keepIncidentSettings, seeToDesks), settleEveryDesk);

export const seeChronology = door(readerOfALane, shapes.aPerson, seeCasesOf);
export const chronologyAsPdf = door(readerOfALane, shapes.aPerson, makeChronology);
export const seeKeeping = door(readerOfALane, shapes.caseOrNone, seeKept);
export const keepOn = door(readerOfALane, shapes.keptOn, keepLonger);
export const holdCase = door(readerOfALane, shapes.keptOrNot, hold);
export const releaseCase = door(readerOfALane, shapes.keptOrNot, release);
export const askErasure = door(readerOfALane, shapes.keptOrNot, askCaseErasure, sendMails);
export const approveErasure = door(readerOfALane, shapes.decidedErasure, approveCaseErasure);
export const refuseErasure = door(readerOfALane, shapes.keptOrNot, refuseCaseErasure);
export const settleLeftover = door(readerOfALane, shapes.leftoverSettled, settleCopy);
export const seeRequests = door(accessKeeper, shapes.nothing, seeAllRequests);
export const recordRequest = door(accessKeeper, shapes.accessAsked, noteRequest);
export const openRequest = door(accessKeeper, shapes.oneSubject, seeRequest);
export const extendRequest = door(accessKeeper, shapes.accessExtended, takeMoreTime);
export const answerRequest = door(accessKeeper, shapes.accessAnswered, noteAnswered);
export const makeAccessPdf = door(accessKeeper, shapes.checkedByHand, makeAccess);
export const seeTransfers = door(transferKeeper, shapes.nothing, seeAllTransfers);
export const startTransfer = door(transferKeeper, shapes.transferStarted, beginTransfer);
export const openTransfer = door(transferKeeper, shapes.oneSubject, seeTransfer);
export const sendTransfer = door(transferKeeper, shapes.transferSent, noteSent);
export const chaseTransfer = door(transferKeeper, shapes.transferChased, noteChased);
export const receiveTransfer = door(transferKeeper, shapes.transferReceived, noteReceipt);
export const stopTransfer = door(transferKeeper, shapes.transferStopped, stop);
export const makeTransferPdf = door(transferKeeper, shapes.checkedByHand, makeTransfer);

export const seeAgreements = door(registerKeeper, shapes.nothing, seeOverview);
export const findStandings = door(registerKeeper, shapes.standingSearch, searchStandings);
export const openAgreement = door(registerKeeper, shapes.oneAgreement, seeAgreement);
export const checkForms = door(registerKeeper, shapes.oneAgreement, lookAtForms);
export const readAgreementText = door(registerKeeper, shapes.agreementText, readText);
export const readAgreementDoc = door(registerKeeper, shapes.agreementDoc, readDoc);
export const publishAgreement = door(registerKeeper, shapes.agreementWanted, putIntoUse);
export const publishBuiltIn = door(registerKeeper, shapes.builtInWanted, putBuiltInIntoUse);
export const retireAgreement = door(registerKeeper, shapes.agreementRetired, retire);
export const seeWaiting = door(approver, shapes.nothing, seeWhatWaits);
export const countersign = door(approver, shapes.approval, approve, sendMails);
export const sendBack = door(approver, shapes.sendBack, sendSignaturesBack, sendMails);
export const seeUnsettled = door(registerKeeper, shapes.nothing, seeWhatIsOpen);
export const settleAnswer = door(registerKeeper, shapes.answerSettled, settle);
export const recordConsent = door(registerKeeper, shapes.consents, keepConsent);
export const seeDifference = door(registerKeeper, shapes.differenceSeen, noteDifference);
export const askForRightText = door(registerKeeper, shapes.sendBack, askWhoSignedChanged, sendMails);
export const findPupils = door(registerKeeper, shapes.search, findPupil);
export const seePerson = door(registerKeeper, shapes.onePerson, seeOne);
export const askAgain = door(registerKeeper, shapes.standingChange, askOneAgain);
export const withdrawStanding = door(registerKeeper, shapes.withdrawal, withdraw);
export const closeStanding = door(registerKeeper, shapes.standingChange, closeOne);
export const extendAccess = door(registerKeeper, shapes.accessEnd, extend);
export const myTeam = door(staff, shapes.nothing, seeTeam);
export const readCopy = door(anyoneInSchool, shapes.oneCopy, seeCopy);
export const copyAsPdf = door(anyoneInSchool, shapes.oneCopy, makePdf);

export const planRound = door(registerKeeper, shapes.roundPlan, plan);
export const startRound = door(registerKeeper, shapes.round, beginRound);
export const confirmLeavers = door(registerKeeper, shapes.onlyKey, closeLeavers);
export const readAgreementSettings = door(registerKeeper, shapes.nothing, readSettings);
export const saveAgreementSettings = door(registerKeeper, shapes.agreementSettings, keepSettings);

export const openClass = door(staff, shapes.oneClass, seeClass);
export const publishClassAgreement = door(staff, shapes.classRules, publishClass);
export const witnessSignatures = door(staff, shapes.witnessed, witness);
export const undoWitness = door(staff, shapes.witnessUndone, takeBack);
export const shareWithParents = door(staff, shapes.classVersion, share);

export const seePolicies = door(staff, shapes.nothing, seeAllPolicies);
export const savePolicy = door(policyKeeper, shapes.policyTyped, keepPolicy);
export const reviewPolicy = door(policyKeeper, shapes.policyReviewed, recordReview);
export const archivePolicy = door(policyKeeper, shapes.policyArchived, putAway);

export const verifyHistory = door(historyReader, shapes.historyWalked, verify);

export const seeReport = door(reportReader, shapes.report, seeFigures);
export const reportAsPdf = door(reportReader, shapes.report, makeReport);

/** For the role account alone. */
export const start = setUp.start;
export const readSetUp = setUpDoor(shapes.nothing, setUp.readSetUp);
export const saveSettings = setUpDoor(shapes.settings, setUp.saveSettings);
export const importRoll = setUpDoor(shapes.rollFile, setUp.importRoll);
export const saveSources = setUpDoor(shapes.peopleSources, setUp.saveSources);
export const makeListsAnew = setUpDoor(shapes.listsAnew, setUp.makeListsAnew);
export const makeStep = setUpDoor(shapes.step, setUp.makeStep);

/** Not callable from a browser: triggers may name a method (`clock.beat`), `google.script.run` may not. */
export const clock = { beat: heartbeat(tasks, GLANCED_AT) };
