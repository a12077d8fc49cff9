import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { calendarPage } from '../../local/site/calendar/page.ts';
import { renderCard } from '../../local/site/cards/card.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE, TEACHER } from '../support/script.ts';

async function visit(workspace: Workspace, address: string, fields?: Record<string, string>, visitor = OFFICE) {
  const url = new URL(address, 'http://local');
  const reply = calendarPage(workspace, {
    visitor,
    path: url.pathname,
    method: fields ? 'POST' : 'GET',
    query: url.searchParams,
    fields: new URLSearchParams(fields),
  });
  return { ...reply, text: String(await reply.main) };
}

const ADD_ON = `
function home() {
  const text = CardService.newTextParagraph().setText('<b>Raise</b> a <script>concern</script>');
  const note = CardService.newTextInput().setFieldName('note').setTitle('Note');
  const link = CardService.newTextButton().setText('Open').setOpenLink(CardService.newOpenLink().setUrl('https://script.google.com/macros/s/abc/exec?page=report'));
  const press = CardService.newTextButton().setText('Check').setOnClickAction(CardService.newAction().setFunctionName('check').setParameters({ step: '1' }).addRequiredWidget('note'));
  const section = CardService.newCardSection().addWidget(text).addWidget(note).addWidget(link).addWidget(press);
  return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Lessons')).addSection(section).build();
}
function check(e) {
  const said = e.commonEventObject.parameters.step + ' ' + e.commonEventObject.formInputs.note.stringInputs.value[0];
  return CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText(said)).build();
}`;

function withAddOn() {
  const workspace = anEmptyWorkspace();
  const scopes = ['https://www.googleapis.com/auth/calendar.addons.execute'];
  const script = aScript(workspace, ADD_ON, scopes, {
    addOns: { common: { name: 'Lesson check', logoUrl: 'https://quillhaven.example/l.png' }, calendar: { homepageTrigger: { runFunction: 'home' } } },
  });
  return { workspace, script };
}

const field = (text: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('a person makes an event with Meet, sees it in the week, and its guest answers and is mailed', async () => {
  const workspace = anEmptyWorkspace();
  const made = await visit(workspace, '/calendar/new', {
    title: 'Maths <4B>',
    start: '2026-09-09T09:00',
    end: '2026-09-09T10:00',
    guests: TEACHER,
    meet: 'yes',
  });
  expect(made.status).toBe(303);
  const week = await visit(workspace, '/calendar?week=2026-09-11', undefined, TEACHER);
  expect(week.text).toContain('Maths &lt;4B&gt;');
  expect(week.text).toContain('09:00 – 10:00');
  expect(Object.keys(workspace.mail.mailbox(TEACHER).data.messages)).toHaveLength(1);

  const address = (made.location ?? '').replace(encodeURIComponent(OFFICE), encodeURIComponent(TEACHER));
  await visit(workspace, address, { answer: 'accepted' }, TEACHER);
  const event = await visit(workspace, made.location ?? '');
  expect(event.text).toContain('is coming');
  expect(event.text).toMatch(/href="\/meet\/[a-z]{3}-[a-z]{4}-[a-z]{3}"/);
});

test('an event that ends before it starts is refused and the form keeps what was typed', async () => {
  const page = await visit(anEmptyWorkspace(), '/calendar/new', { title: 'Maths', start: '2026-09-09T10:00', end: '2026-09-09T09:00' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('It cannot end before it starts.');
  expect(page.text).toContain('value="Maths"');
});

test('somebody else’s event is not to be seen through its address', async () => {
  const workspace = anEmptyWorkspace();
  const made = await visit(workspace, '/calendar/new', { title: 'Private', start: '2026-09-09T09:00', end: '2026-09-09T10:00' });
  expect((await visit(workspace, made.location ?? '', undefined, TEACHER)).status).toBe(404);
});

test('the add-on stands beside the calendar; its text is escaped but for the tags that cards know, its links lead to the local site', async () => {
  const { workspace } = withAddOn();
  const { text } = await visit(workspace, '/calendar');
  expect(text).toContain('<b>Raise</b> a &lt;script&gt;concern&lt;/script&gt;');
  expect(text).toContain('href="/macros/s/abc/exec?page=report"');
  expect(text).toContain('aria-label="Lesson check"');
});

test('pressing a card’s button runs its function with parameters and inputs; a required input stops it', async () => {
  const { workspace, script } = withAddOn();
  const { text } = await visit(workspace, '/calendar');
  const posted = { addOn: script.id, stack: field(text, 'stack'), press: field(text, 'press') };
  const empty = await visit(workspace, '/calendar', { ...posted, 'in.note': '' });
  expect(empty.text).toContain('Fill in what is marked.');
  const done = await visit(workspace, '/calendar', { ...posted, 'in.note': 'waiting room' });
  expect(done.text).toContain('<p class="panel-toast" role="status">1 waiting room</p>');
});

test('an add-on asks for consent, and shows its card once that is given', async () => {
  const { workspace, script } = withAddOn();
  script.grants = {};
  expect((await visit(workspace, '/calendar')).text).toContain('needs your agreement');
  expect((await visit(workspace, '/calendar', { addOn: script.id, agree: 'yes' })).text).toContain('<b>Raise</b>');
});

test('every kind of widget is drawn with a name that can be heard', async () => {
  const drawn = String(
    await renderCard(
      {
        sections: [
          {
            header: 'All',
            collapsible: true,
            uncollapsibleWidgetsCount: 1,
            widgets: [
              { decoratedText: { text: 'Waiting room', startIcon: { knownIcon: 'STAR' }, switchControl: { name: 'room', value: 'on', selected: true } } },
              { selectionInput: { name: 'who', label: 'Who', type: 'DROPDOWN', items: [{ text: 'Sam', value: 's', selected: true }] } },
              {
                dateTimePicker: {
                  name: 'when',
                  label: 'When',
                  type: 'DATE_AND_TIME',
                  valueMsEpoch: String(Date.UTC(2026, 8, 14, 8, 30)),
                  timezoneOffsetDate: 60,
                },
              },
              { grid: { columnCount: 3, items: [{ id: 'g1', title: 'One' }], onClick: { action: { function: 'pick' } } } },
              { image: { imageUrl: 'https://quillhaven.example/a.png', altText: 'A picture' } },
            ],
          },
        ],
      },
      { address: '/calendar', hidden: {} },
    ),
  );
  expect(drawn).toContain('role="switch" aria-label="Waiting room" name="in.room" value="on" checked');
  expect(drawn).toContain('<option value="s" selected>Sam</option>');
  expect(drawn).toContain('value="2026-09-14T09:30"');
  expect(drawn).toContain('repeat(2,1fr)');
  expect(drawn).toContain('&quot;gridItem&quot;:&quot;g1&quot;');
  expect(drawn).toContain('A picture');
  expect(drawn).not.toContain('src="https:');
  expect(drawn.match(/<details>/g)).toHaveLength(1);
});

// docs/apps-script/guides/triggers/installable.md, "Event-driven triggers": a calendar trigger says which calendar, not what changed.
test('a calendar trigger fires when a person makes an event, a guest answers, or the event is deleted', async () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(
    workspace,
    `function changed(e) { const kept = PropertiesService.getScriptProperties(); kept.setProperty('changes', (kept.getProperty('changes') || '') + e.calendarId + ' ') }
     function install() { ScriptApp.newTrigger('changed').forUserCalendar('${OFFICE}').onEventUpdated().create() }`,
  );
  execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'install' });

  const made = await visit(workspace, '/calendar/new', { title: 'Maths', start: '2026-09-09T09:00', end: '2026-09-09T10:00', guests: TEACHER });
  const asGuest = (made.location ?? '').replace(encodeURIComponent(OFFICE), encodeURIComponent(TEACHER));
  await visit(workspace, asGuest, { answer: 'accepted' }, TEACHER);
  await visit(workspace, made.location ?? '', { delete: 'yes' });
  expect(script.properties.script['changes']).toBe(`${OFFICE} ${OFFICE} ${OFFICE} `);
});
