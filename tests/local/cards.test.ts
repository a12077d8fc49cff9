import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

const C = 'const C = CardService;';
const card = (widgets: string) =>
  runScript(
    `function main() { ${C} const section = C.newCardSection(); ${widgets}; return JSON.parse(C.newCardBuilder().addSection(section).build().printJson()).sections[0].widgets }`,
  );

// docs/workspace/add-ons/reference/rpc/google.apps.card.v1.md, Card
test('the card of Google’s own example comes out as Google’s own JSON', () => {
  const { value, error } = runScript(`function main() { ${C}
    const section = C.newCardSection().setHeader('Contact').setCollapsible(true).setNumUncollapsibleWidgets(1)
      .addWidget(C.newDecoratedText().setStartIcon(C.newIconImage().setIcon(C.Icon.EMAIL)).setText('pat@quillhaven.example'))
      .addWidget(C.newButtonSet()
        .addButton(C.newTextButton().setText('Share').setOpenLink(C.newOpenLink().setUrl('https://quillhaven.example/share')))
        .addButton(C.newTextButton().setText('Edit').setOnClickAction(C.newAction().setFunctionName('goToView').setParameters({ viewType: 'EDIT' }))));
    const header = C.newCardHeader().setTitle('Pat').setImageStyle(C.ImageStyle.CIRCLE).setImageUrl('https://quillhaven.example/a.png').setImageAltText('Avatar');
    return JSON.parse(C.newCardBuilder().setName('contact').setHeader(header).addSection(section).build().printJson());
  }`);
  expect(error).toBeUndefined();
  expect(value).toEqual({
    name: 'contact',
    header: { title: 'Pat', imageType: 'CIRCLE', imageUrl: 'https://quillhaven.example/a.png', imageAltText: 'Avatar' },
    sections: [
      {
        header: 'Contact',
        collapsible: true,
        uncollapsibleWidgetsCount: 1,
        widgets: [
          { decoratedText: { startIcon: { knownIcon: 'EMAIL' }, text: 'pat@quillhaven.example' } },
          {
            buttonList: {
              buttons: [
                { text: 'Share', onClick: { openLink: { url: 'https://quillhaven.example/share' } } },
                { text: 'Edit', onClick: { action: { function: 'goToView', parameters: [{ key: 'viewType', value: 'EDIT' }] } } },
              ],
            },
          },
        ],
      },
    ],
  });
});

test('inputs come out with their kinds, names and values', () => {
  const { value } = card(`section
    .addWidget(C.newTextInput().setFieldName('note').setTitle('Note').setMultiline(true).setValue('x').setSuggestions(C.newSuggestions().addSuggestions(['a', 'b'])))
    .addWidget(C.newSelectionInput().setFieldName('checks').setTitle('Done').addItem('Sharing', 1, true).addItem('Link', 'link', false))
    .addWidget(C.newDateTimePicker().setFieldName('when').setValueInMsSinceEpoch('1790000000000').setTimeZoneOffsetInMins(60))
    .addWidget(C.newTimePicker().setFieldName('at').setHours(9).setMinutes(30))
    .addWidget(C.newDecoratedText().setText('Waiting room').setSwitchControl(C.newSwitch().setFieldName('room').setValue('on').setSelected(true)));`);
  expect(value).toEqual([
    { textInput: { name: 'note', label: 'Note', type: 'MULTIPLE_LINE', value: 'x', initialSuggestions: { items: [{ text: 'a' }, { text: 'b' }] } } },
    {
      selectionInput: {
        type: 'CHECK_BOX',
        name: 'checks',
        label: 'Done',
        items: [
          { text: 'Sharing', value: '1', selected: true },
          { text: 'Link', value: 'link', selected: false },
        ],
      },
    },
    { dateTimePicker: { type: 'DATE_AND_TIME', name: 'when', valueMsEpoch: '1790000000000', timezoneOffsetDate: 60 } },
    { dateTimePicker: { type: 'TIME_ONLY', name: 'at', valueMsEpoch: '34200000' } },
    { decoratedText: { text: 'Waiting room', switchControl: { name: 'room', value: 'on', selected: true } } },
  ]);
});

// docs/apps-script/reference/card-service/button.md: "A UI object can only have one of …"
test('a button with two actions, an input without a name, a name used twice are refused', () => {
  const fails = (widgets: string) => card(widgets).error?.message;
  expect(
    fails(`section.addWidget(C.newTextButton().setText('x').setOpenLink(C.newOpenLink().setUrl('https://a.example')).setOnClickAction(C.newAction()))`),
  ).toBe('A TextButton can have only one action set.');
  expect(fails(`section.addWidget(C.newTextInput().setTitle('x'))`)).toBe('TextInput is not valid: name is required.');
  expect(fails(`for (const n of [1, 2]) section.addWidget(C.newTextInput().setFieldName('x').setTitle('x'))`)).toBe(
    'Card is not valid: the field name x is not unique.',
  );
  expect(fails(`section.addWidget(C.newTextButton().setText('x').setOnClickAction(C.newAction()))`)).toBe('Action is not valid: function is required.');
  expect(fails(`section.addWidget('text')`)).toMatch(/don't match the method signature for CardSection.addWidget/);
  expect(fails(`C.newAction().setParameters({ n: 1 })`)).toMatch(/must be strings/);
});

// docs/workspace/add-ons/guides/workspace-restrictions.md
test('no SVG images, no more than 100 widgets in a section or sections in a card', () => {
  expect(card(`C.newImage().setImageUrl('https://quillhaven.example/logo.svg')`).error?.message).toMatch(/^SVG images/);
  expect(card(`for (let i = 0; i < 101; i++) section.addWidget(C.newDivider())`).error?.message).toMatch(/more than 100 widgets/);
  const many = runScript(`function main() { ${C} const b = C.newCardBuilder(); for (let i = 0; i < 101; i++) b.addSection(C.newCardSection()); }`);
  expect(many.error?.message).toMatch(/more than 100 sections/);
});

// docs/workspace/add-ons/reference/rpc/google.apps.card.v1.md, Card: "that entire section and all following sections are ignored"
test('the section that brings a card over 100 widgets is not shown, nor any after it', () => {
  const { value } = runScript(`function main() { ${C}
    const filled = (n) => { const s = C.newCardSection(); for (let i = 0; i < n; i++) s.addWidget(C.newDivider()); return s; };
    const card = C.newCardBuilder().addSection(filled(60)).addSection(filled(41)).addSection(filled(1)).build();
    return JSON.parse(card.printJson()).sections.map((s) => s.widgets.length);
  }`);
  expect(value).toEqual([60]);
});

test('a finished card no longer changes with what it was built from', () => {
  const { value } = runScript(`function main() { ${C}
    const text = C.newTextParagraph().setText('before');
    const card = C.newCardBuilder().addSection(C.newCardSection().addWidget(text)).build();
    text.setText('after');
    return JSON.parse(card.printJson()).sections[0].widgets[0].textParagraph.text;
  }`);
  expect(value).toBe('before');
});

// docs/workspace/add-ons/reference/rpc/google.apps.card.v1.md, SubmitFormResponse
test('a response says what the client is to do', () => {
  const { value } = runScript(`function main() { ${C}
    const card = C.newCardBuilder().setName('next').build();
    return JSON.parse(C.newActionResponseBuilder().setNavigation(C.newNavigation().popToRoot().pushCard(card)).setNotification(C.newNotification().setText('Saved')).setStateChanged(true).build().printJson());
  }`);
  expect(value).toEqual({
    renderActions: { action: { navigations: [{ popToRoot: true }, { pushCard: { name: 'next' } }], notification: { text: 'Saved' } } },
    stateChanged: true,
  });
});

test('building cards costs no service call, and what is not here says so', () => {
  const result = runScript(`function main() { ${C} C.newCardBuilder().build(); C.newTextParagraph().setText('x'); }`);
  expect(result.calls).toEqual([]);
  expect(runScript('function main() { CardService.newCarousel() }').error?.message).toBe('not in the local Workspace: CardService.newCarousel');
});
