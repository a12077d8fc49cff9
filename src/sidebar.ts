/** Every door of the add-on. It runs as the person who opens it and can reach nothing of the log: it leads to the office's pages. */
export { chooseClass, postRules, removeRules, showClass } from './classroom-material.card.ts';
export { openedMessage, reportMessage } from './report-message.card.ts';
export { calendarHomepage, makeSafe, openedEvent, showLesson, undoMakeSafe, whoWasThere } from './sidebar.card.ts';
