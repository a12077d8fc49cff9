import { dslTelephone, officeAddress, safeguardingMailbox } from './address.ts';
import { draftMadeFor, rememberDraft } from './messages/reported/drafts-made.script.ts';
import { type GmailEvent, makeDraft, readOpenMessage } from './messages/reported/open-message.mail.ts';
import { reportMail } from './messages/reported/report-mail.ts';

/** What Google passes of an open message (docs/workspace/add-ons/concepts/event-objects.md, "Gmail event object"). */
interface MessageOpened {
  gmail: GmailEvent;
}

/** Beside an open message in Gmail, on a phone too: what to do, and one press that makes the report (C2). Reads nothing of the message yet. */
export function openedMessage({ gmail }: MessageOpened): GoogleAppsScript.Card_Service.Card {
  const card = CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Report this message'));
  const address = officeAddress();
  const mailbox = safeguardingMailbox();
  if (address === '' || mailbox === '')
    return card
      .addSection(
        section(
          'Handrail is not connected yet. The school’s technician can do this: see “going live” in its documents. Until then tell the designated safeguarding lead.',
        ),
      )
      .build();
  const isMade = draftMadeFor(gmail.messageId);
  return card
    .addSection(
      section(
        `<b>Is somebody in danger now?</b> Call 999. Then telephone the designated safeguarding lead${dslTelephone() === '' ? '' : `: ${dslTelephone()}`}.`,
        '<b>Do not reply. Do not delete it.</b> If there is a picture of a child in it that is sexual or undressed, do not open, save, show or send it: telephone.',
      ),
    )
    .addSection(isMade ? made() : offer())
    .addSection(
      section('If you cannot do that, or there is more to tell:').addWidget(
        CardService.newTextButton()
          .setText('Report on the page instead')
          .setOpenLink(CardService.newOpenLink().setUrl(`${address}?page=report`).setOpenAs(CardService.OpenAs.FULL_SIZE)),
      ),
    )
    .build();
}

/**
 * The press: a draft to the safeguarding mailbox, which Gmail opens. Gmail can be shown a draft only when it is made, so a second press does not open
 * the first one: it says where that is.
 * @throws Error with a sentence for the person, which Gmail shows
 */
export function reportMessage({
  gmail,
  parameters,
}: MessageOpened & { parameters: Record<string, string> }): GoogleAppsScript.Card_Service.ComposeActionResponse {
  if (parameters['again'] !== 'yes' && draftMadeFor(gmail.messageId))
    throw new Error('There is a draft about this message already. Open Drafts in Gmail, look at it and press Send.');
  const draft = makeDraft(gmail, safeguardingMailbox(), reportMail(readOpenMessage(gmail)));
  rememberDraft(gmail.messageId);
  return CardService.newComposeActionResponseBuilder().setGmailDraft(draft).build();
}

function offer(): GoogleAppsScript.Card_Service.CardSection {
  return section(
    'One press makes a mail to the safeguarding team with who sent this message, when, its subject and its words. Pictures and files are not sent. Then <b>press Send</b>.',
  ).addWidget(reportButton('Report this message', 'no').setTextButtonStyle(CardService.TextButtonStyle.FILLED));
}

function made(): GoogleAppsScript.Card_Service.CardSection {
  return section(
    'You have made a report of this message. If you have not sent it yet, it is in <b>Drafts</b>: open it and press Send. If it was sent, there is nothing more to do.',
  ).addWidget(reportButton('Make another report', 'yes'));
}

function reportButton(text: string, again: 'yes' | 'no'): GoogleAppsScript.Card_Service.TextButton {
  const action = CardService.newAction().setFunctionName('reportMessage').setParameters({ again });
  return CardService.newTextButton().setText(text).setComposeAction(action, CardService.ComposedEmailType.STANDALONE_DRAFT);
}

function section(...paragraphs: string[]): GoogleAppsScript.Card_Service.CardSection {
  return paragraphs.reduce((all, text) => all.addWidget(CardService.newTextParagraph().setText(text)), CardService.newCardSection());
}
