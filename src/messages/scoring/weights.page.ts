import { type Model, modelFrom } from './model.ts';

/** The model that was built into the office (`model.html`): about a megabyte, so only triage loads it. */
export function weights(): Model {
  return modelFrom(HtmlService.createHtmlOutputFromFile('model').getContent());
}
