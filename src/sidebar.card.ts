import { officeAddress } from './address.ts';

/** The sidebar beside the calendar: it leads to the office's pages. */
export function calendarHomepage(): GoogleAppsScript.Card_Service.Card {
  const address = officeAddress();
  const section = CardService.newCardSection();
  if (address === '') {
    section.addWidget(
      CardService.newTextParagraph().setText('Handrail is not connected yet. The school’s technician can do this: see “going live” in its documents.'),
    );
  } else {
    section
      .addWidget(
        CardService.newTextParagraph().setText(
          'Worried about a child, a colleague or something online? Write it down now. It takes two minutes. In an emergency call 999.',
        ),
      )
      .addWidget(
        CardService.newTextButton()
          .setText('Raise a concern')
          .setOpenLink(CardService.newOpenLink().setUrl(`${address}?page=report`).setOpenAs(CardService.OpenAs.FULL_SIZE)),
      )
      .addWidget(
        CardService.newTextButton()
          .setText('My concerns and agreements')
          .setOpenLink(CardService.newOpenLink().setUrl(address).setOpenAs(CardService.OpenAs.FULL_SIZE)),
      );
  }
  return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Handrail')).addSection(section).build();
}
