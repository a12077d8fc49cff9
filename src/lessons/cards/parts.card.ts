import type { CheckState } from '../finding.ts';

type Section = GoogleAppsScript.Card_Service.CardSection;
type Button = GoogleAppsScript.Card_Service.TextButton;

/** How each state is called, and the sign beside it: never a sign or a colour alone. */
export const STATE_WORDS: Readonly<Record<CheckState, { words: string; icon: string }>> = {
  never: { words: 'Do not start', icon: 'block' },
  'not fine': { words: 'Not fine', icon: 'error' },
  'cannot verify': { words: 'Cannot verify: check by hand', icon: 'help' },
  'a person must confirm': { words: 'A person must confirm', icon: 'front_hand' },
  fine: { words: 'Checked: fine', icon: 'check_circle' },
};

/** What somebody else wrote, such as an event's title: in a card's text it must not become a tag. */
export function plain(text: string): string {
  return text.replace(/</g, '‹').replace(/>/g, '›');
}

export function section(...paragraphs: string[]): Section {
  return paragraphs.reduce((all, text) => all.addWidget(CardService.newTextParagraph().setText(text)), CardService.newCardSection());
}

/** A sign, what is so, and over it a small heading; ''. */
export function line(state: CheckState, heading: string, text: string): GoogleAppsScript.Card_Service.DecoratedText {
  const { words, icon } = STATE_WORDS[state];
  const sign = CardService.newIconImage().setMaterialIcon(CardService.newMaterialIcon().setName(icon)).setAltText(words);
  const all = CardService.newDecoratedText().setStartIcon(sign).setText(text).setWrapText(true);
  return heading === '' ? all : all.setTopLabel(heading);
}

/** Opens a page of the office in a tab of its own. */
export function linkTo(text: string, url: string, altText = text): Button {
  return CardService.newTextButton()
    .setText(text)
    .setAltText(altText)
    .setOpenLink(CardService.newOpenLink().setUrl(url).setOpenAs(CardService.OpenAs.FULL_SIZE));
}

/** Runs a door of the sidebar. */
export function press(text: string, door: string, parameters: Record<string, string>, altText = text): Button {
  const action = CardService.newAction().setFunctionName(door).setParameters(parameters).setLoadIndicator(CardService.LoadIndicator.SPINNER);
  return CardService.newTextButton().setText(text).setAltText(altText).setOnClickAction(action);
}

/** Leads to Google's own question, whether Handrail may; the card is drawn again afterwards. */
export function allow(text: string, address: string): Button {
  return CardService.newTextButton().setText(text).setAuthorizationAction(CardService.newAuthorizationAction().setAuthorizationUrl(address));
}

/** The card of a sidebar that was built without the office's address. */
export function notConnected(): GoogleAppsScript.Card_Service.Card {
  return CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle('Handrail'))
    .addSection(section('Handrail is not connected yet. The school’s technician can do this: see “going live” in its documents.'))
    .build();
}
