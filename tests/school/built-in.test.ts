import { describe, expect, test } from '@jest/globals';
import { clausesOf, plainText, versionOf } from '../../src/agreements/agreement.ts';
import { AUDIENCES, type Audience, SIGNING } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';

const ADULTS = AUDIENCES.filter((audience) => !['ks1', 'ks2', 'secondary', 'class'].includes(audience));

test.each([...AUDIENCES])('A1, A3 to A8: a school starts with a text for %s that can be published as it is', (audience) => {
  const text = BUILT_IN[audience];
  expect(text.audience).toBe(audience);
  expect(text.introduction).not.toBe('');
  expect(text.signatureFields).toContain('Date');
  // Nothing is trimmed or dropped on the way into use.
  expect(versionOf(audience, 1, text)).toMatchObject(text);
});

test('every agreement has a title of its own, and no clause stands twice in one', () => {
  expect(new Set(Object.values(BUILT_IN).map(({ title }) => title)).size).toBe(AUDIENCES.length);
  for (const text of Object.values(BUILT_IN)) expect(clausesOf(text)).toEqual([...new Set(clausesOf(text))]);
});

describe('each text covers what the schools’ own cover', () => {
  const everyAdult = (row: string, what: string, clause: RegExp) => ADULTS.map((audience) => [row, audience, what, clause] as const);
  const everyGuest = (row: string, what: string, clause: RegExp) =>
    AUDIENCES.filter((audience) => SIGNING[audience].isGuest).map((audience) => [row, audience, what, clause] as const);

  test.each<readonly [row: string, audience: Audience, what: string, clause: RegExp]>([
    ...everyAdult('C1', 'mail is monitored', /monitor/),
    ...everyGuest('A4', 'access ends on a date', /access ends on the date/),

    ['A1', 'staff', 'passwords', /passwords are mine alone/],
    ['A1', 'staff', 'others’ passwords', /anybody else’s password/],
    ['A1', 'staff', 'locking', /lock or sign out/],
    ['A1', 'staff', 'nobody else in their name', /nobody use it in my name/],
    ['A1', 'staff', 'access from home', /from home .* ways the school/],
    ['A1', 'staff', 'lent devices and private use of them', /lends me .* tax/],
    ['A1', 'staff', 'programs and devices added', /add no program/],
    ['A1', 'staff', 'memory sticks and viruses', /memory sticks .* viruses/],
    ['A1', 'staff', 'the filter', /leave the filter/],
    ['A1', 'staff', 'own phone and watch', /phone and watch stay away/],
    ['A1', 'staff', 'leaving', /when i leave, i hand back/],
    ['A1', 'staff', 'unfit material', /unlawful, hateful, extremist/],
    ['A1', 'staff', 'copyright', /as their owners allow/],
    ['A1', 'staff', 'looking at sites before pupils do', /before pupils do/],
    ['A1', 'staff', 'being a model', /show it in what i do/],
    ['A1', 'staff', 'encryption', /encrypted/],
    ['A1', 'staff', 'confidentiality and its limits', /keep it to myself .* the law asks/],
    ['A1', 'staff', 'keeping and deleting', /save it and delete it/],
    ['A1', 'staff', 'the local authority’s systems', /local authority/],
    ['B18', 'staff', 'lost devices and data', /lost, stolen .* headteacher and the data protection lead/],
    ['A1', 'staff', 'photographs with school equipment', /only with the school’s equipment/],
    ['A8', 'staff', 'consent before a picture', /check that there is consent/],
    ['A8', 'staff', 'no full names with pictures', /never carries a child’s full name/],
    ['B7', 'staff', 'nude pictures of children', /nude or sexual .* do not look at it, copy it/],
    ['A1', 'staff', 'school accounts only with pupils and parents', /write to pupils and parents .* only from school accounts/],
    ['C5', 'staff', 'hidden addresses', /nobody sees the others’ addresses/],
    ['C5', 'staff', 'chain letters', /chain letters/],
    ['C2', 'staff', 'threatening messages', /neither answer nor delete/],
    ['D3', 'staff', 'live lessons', /teach live .* second adult .* never one-to-one/],
    ['A9', 'staff', 'social media: the school’s rules, nothing hateful', /social media, too, .* rules of conduct, .* hateful/],
    ['A9', 'staff', 'social media: nothing about the school’s affairs', /talk about the school’s affairs/],
    ['A9', 'staff', 'social media: no mention unless agreed', /mention no pupil.* unless the headteacher agreed/],
    ['A9', 'staff', 'social media: no links with pupils or former ones under 18', /not linked .* former pupils who are under 18/],
    ['A9', 'staff', 'social media: own details', /none of my private details/],
    ['A9', 'staff', 'social media: never on school equipment', /social media accounts on the school’s equipment/],
    ['A9', 'staff', 'social media: not for the school', /speaking for the school/],
    ['A9', 'staff', 'social media: what shames the school', /discipline me .* shames it/],
    ['A9', 'staff', 'social media: gross misconduct', /gross misconduct .* loss of my job/],
    ['A9', 'staff', 'social media: parents', /strongly advised not to ask parents/],
    ['B19', 'staff', 'no comment after a serious incident', /serious incident .* nothing about it online/],
    ['A9', 'staff', 'guidance: messages that suit the job', /suit your job/],
    ['A9', 'staff', 'guidance: no talk of the job, nothing that hurts', /leave your job out .* hurt people/],
    ['A9', 'staff', 'guidance: school tools', /school’s tools: its mail, its phone, its camera/],
    ['A9', 'staff', 'guidance: own details and passwords', /keep your number.* passwords secret/],
    ['A9', 'staff', 'guidance: photographs', /photograph .* only for work, .* senior leaders knowing/],
    ['A9', 'staff', 'guidance: good name', /never cost you, your profession or the school/],
    ['A9', 'staff', 'guidance: reporting', /must report whatever happens online/],
    ['A1', 'staff', 'Part one of the guidance, read (rule 1)', /have read part one/],
    ['A1', 'staff', 'a worry about a child, no secrecy (rule 4)', /safeguarding lead the same day.* no child secrecy/],
    ['B5', 'staff', 'a worry about an adult (rules 10, 11)', /however small.* chair of governors/],
    ['A1', 'staff', 'records shown to a manager', /logged, and that my manager/],
    ['A1', 'staff', 'consequences', /disciplinary action .* police/],
    ['A2', 'staff', 'the access wanted', /ask for an account, for mail and for the systems/],

    ['A3', 'technician', 'least use', /no more access than a task needs/],
    ['A3', 'technician', 'passwords in the safe', /safe, .* headteacher can reach/],
    ['A3', 'technician', 'content only with authority', /headteacher has authorised it in writing/],
    ['A3', 'technician', 'abuse of a child stops the look', /stop at once.* do not look further, copy, delete/],
    ['B12', 'technician', 'filtering as approved, recorded', /only after a senior leader has approved.* record the reason/],
    ['B12', 'technician', 'what was opened for a time', /close again when that time is over/],
    ['A3', 'technician', 'logs', /change or delete no log/],
    ['A3', 'technician', 'monitoring passed on (rule 21)', /at once, the rest at least every week/],
    ['A3', 'technician', 'backups', /backups/],
    ['A12', 'technician', 'no account before signature', /only for people whose signed agreement has been approved/],
    ['A12', 'technician', 'leavers', /leave on their last day/],
    ['E4', 'technician', 'lists and disposal', /lists of equipment, programs and licences.* wiped/],
    ['A3', 'technician', 'reporting', /report misuse/],

    ['A4', 'governor', 'the school’s mail', /mail account and the systems the school gives me/],
    ['A4', 'governor', 'confidential papers', /papers stay confidential/],
    ['A4', 'governor', 'social media', /do not discuss the school’s people/],
    ['A4', 'governor', 'worries', /safeguarding lead the same day/],
    ['A4', 'volunteer', 'phone', /phone and watch stay away/],
    ['A4', 'volunteer', 'pictures', /only with the school’s equipment/],
    ['A4', 'volunteer', 'no private contact', /no contact with them by private message/],
    ['A4', 'volunteer', 'worries', /safeguarding lead the same day/],
    ['A4', 'volunteer', 'return of equipment', /hand back everything/],
    ['A4', 'supply', 'their own account', /never those of a colleague/],
    ['A4', 'supply', 'Part one of the guidance, read (rule 1)', /have read part one/],
    ['A4', 'supply', 'the school’s own procedures', /guidance for supply and trainee staff/],
    ['A4', 'supply', 'worries', /safeguarding lead the same day/],
    ['A4', 'visitor', 'phone', /phone is silent/],
    ['A4', 'visitor', 'pictures', /no photographs/],
    ['A4', 'visitor', 'not alone with pupils', /not alone with pupils/],
    ['A4', 'visitor', 'worries', /straight to the designated safeguarding lead/],
    ['E5', 'visitor', 'guest access', /only the guest access i was given/],
    ['A4', 'external', 'being a model', /set an example/],
    ['A4', 'external', 'own safeguarding', /safeguarding rules and a named person/],
    ['A4', 'external', 'worries', /straight to the designated safeguarding lead/],
    ['A4', 'photographer', 'the school’s policy', /work by the school’s online-safety policy/],
    ['A4', 'photographer', 'never unsupervised', /never with pupils unless a member of staff/],
    ['A4', 'photographer', 'purpose', /only for the purpose/],
    ['A8', 'photographer', 'consent', /parents’ written consent/],
    ['A4', 'photographer', 'deletion', /delete every picture/],
    ['A8', 'photographer', 'withdrawn consent', /consent is withdrawn, i delete/],
    ['A4', 'photographer', 'data protection', /keep the data protection law/],

    ['A5', 'ks1', 'allowed devices', /when a grown-up says yes/],
    ['A5', 'ks1', 'new games and apps', /new game or app first/],
    ['A5', 'ks1', 'asking for help', /get a grown-up to help/],
    ['A5', 'ks1', 'thinking first', /stop and look/],
    ['A5', 'ks1', 'people pretend', /people online can pretend/],
    ['A5', 'ks1', 'secrets', /secret, i tell/],
    ['A5', 'ks1', 'dressing', /dressed where no camera/],
    ['A5', 'ks1', 'private things', /keep my name, my home/],
    ['A5', 'ks1', 'kindness', /kind words/],
    ['A5', 'ks1', 'telling', /sad, scared or not sure, i tell/],

    ['A6', 'ks2', 'what the internet is for', /internet to learn/],
    ['A6', 'ks2', 'passwords', /passwords secret/],
    ['A6', 'ks2', 'age limits', /13 and over/],
    ['A6', 'ks2', 'own work', /my own work only/],
    ['A6', 'ks2', 'downloads and devices', /do not add apps or plug things in/],
    ['A6', 'ks2', 'clicking', /stop before i click/],
    ['A6', 'ks2', 'private things', /do not tell people online my name/],
    ['A6', 'ks2', 'people who pretend', /lie about who they are/],
    ['A6', 'ks2', 'meeting', /never go to meet/],
    ['A6', 'ks2', 'changing and photos', /changed near a camera/],
    ['A6', 'ks2', 'going live', /never go live on my own/],
    ['A6', 'ks2', 'saying no', /may say no/],
    ['A6', 'ks2', 'bullying', /picked on/],
    ['A6', 'ks2', 'others’ pictures', /before i take a photo/],
    ['C6', 'ks2', 'mail', /only to people my teacher says/],
    ['A6', 'ks2', 'checking what is true', /check it in more than one place/],
    ['A6', 'ks2', 'copyright', /whose they are/],
    ['C2', 'ks2', 'nasty messages kept', /do not answer it\. i keep it/],
    ['A6', 'ks2', 'friends', /a friend is sad or scared/],
    ['A6', 'ks2', 'trusted adults', /which adults i can turn to/],
    ['C1', 'ks2', 'mail is checked', /checks its computers and mail/],

    ['A6', 'secondary', 'passwords', /my own account and nobody else’s/],
    ['A6', 'secondary', 'the filter', /get round the filter/],
    ['B17', 'secondary', 'phones may be taken', /may take and check a device/],
    ['A6', 'secondary', 'bullying', /do not bully/],
    ['A6', 'secondary', 'others’ pictures', /ask before i take, post or share/],
    ['A6', 'secondary', 'private things and privacy settings', /privacy settings/],
    ['A6', 'secondary', 'meeting', /do not go to meet/],
    ['A6', 'secondary', 'scams and betting (rule 6)', /bets.* scam/],
    ['B7', 'secondary', 'nude pictures', /against the law .* under 18/],
    ['A6', 'secondary', 'copying', /hand in my own work/],
    ['A6', 'secondary', 'where to get help', /childline/],
    ['C2', 'secondary', 'messages kept', /do not delete them/],
    ['C1', 'secondary', 'mail is monitored', /monitors its systems, mail included/],
    ['A6', 'secondary', 'consequences', /behaviour policy/],

    ['A7', 'class', 'when allowed, at school and at home', /when a grown-up says we can, at school or at home/],
    ['A7', 'class', 'online as in class', /online as we do in class/],
    ['A7', 'class', 'cameras', /no camera can see us/],
    ['A7', 'class', 'telling', /tell an adult we trust/],
    ['C1', 'class', 'checked', /checks its computers and mail/],

    ['A8', 'parent', 'the pupil agreement', /read the pupil agreement with my child/],
    ['A8', 'parent', 'support at home', /at home i take an interest/],
    ['A8', 'parent', 'learning from home', /not a bedroom/],
    ['A8', 'parent', 'filtering and monitoring', /filtered and monitored, .* devices at home/],
    ['A8', 'parent', 'no filter is perfect', /cannot promise/],
    ['A8', 'parent', 'others’ children', /nothing online that shows other children/],
    ['E3', 'parent', 'the list of those who photograph', /sign the school’s list/],
    ['A8', 'parent', 'no comments on other children', /do not write about other children/],
    ['A8', 'parent', 'social media', /post nothing that could hurt/],
    ['A8', 'parent', 'contact with the school', /come to the school with it/],
    ['A8', 'parent', 'telling the school', /tell the school if something online worries me/],
  ])('%s: %s: %s', (_row, audience, _what, clause) => {
    expect(clausesOf(BUILT_IN[audience]).filter((each) => clause.test(each.toLowerCase()))).not.toEqual([]);
  });

  test('A9: the social networking terms are agreed to, the guidance on professional responsibility is acknowledged', () => {
    const asked = (heading: RegExp) => BUILT_IN.staff.sections.filter((section) => heading.test(section.heading)).map(({ asks }) => asks);
    expect(asked(/social networking/i)).toEqual(['agree', 'agree']);
    expect(asked(/professional responsibility/i)).toEqual(['acknowledge']);
  });

  test('C1: whoever uses the school’s systems is told before signing that use and mail are monitored', () => {
    const told = (audience: Audience) => /(monitor|check|logged|look at).*(mail|screens)/.test(BUILT_IN[audience].introduction);
    expect(AUDIENCES.filter((audience) => !told(audience))).toEqual(['class']);
  });

  test('A4: guests are told before signing that their access ends', () => {
    for (const audience of AUDIENCES.filter((each) => SIGNING[each].isGuest)) expect(BUILT_IN[audience].introduction).toMatch(/ends on a date/);
  });

  test('A8: parents are told that a no costs nothing and that a consent can be withdrawn at any time', () => {
    expect(BUILT_IN.parent.introduction).toMatch(/no disadvantage from a no/);
    expect(BUILT_IN.parent.introduction).toMatch(/withdraw any consent at any time/);
  });
});

test('A5: youngest pupils make exactly ten promises, each one short line', () => {
  const [promises, ...more] = BUILT_IN.ks1.sections;
  expect(more).toEqual([]);
  expect(promises?.clauses).toHaveLength(10);
  for (const promise of promises?.clauses ?? []) expect(promise.length).toBeLessThanOrEqual(64);
});

test('A7: the class’s sheet leaves room on one A4 page for more rules and thirty-two names', () => {
  expect(clausesOf(BUILT_IN.class).length).toBeLessThanOrEqual(8);
  for (const rule of clausesOf(BUILT_IN.class)) expect(rule.length).toBeLessThanOrEqual(90);
  expect(plainText(versionOf('class-3a', 1, BUILT_IN.class)).length).toBeLessThanOrEqual(900);
});

test('A8: parents decide on each use and each kind of picture by itself, and nobody else is asked', () => {
  const ids = BUILT_IN.parent.permissions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['use-internet', 'use-mail', 'use-online-classroom', 'use-devices'],
      ...['images-in-school', 'images-website', 'images-newsletter', 'images-social-media', 'images-press', 'images-event-video'],
    ]),
  );
  for (const { question } of BUILT_IN.parent.permissions) expect(question).toMatch(/^May .*\byour child.*\?$/);
  expect(AUDIENCES.filter((audience) => BUILT_IN[audience].permissions.length > 0)).toEqual(['parent']);
});

test.each([...AUDIENCES])('A1: the parts of the text for %s are short enough that each is read', (audience) => {
  // Children's lists are one part: ten promises, and a class's few rules.
  const most = { ks1: 10, class: 8 }[audience as string] ?? 7;
  for (const { heading, clauses } of BUILT_IN[audience].sections) {
    expect(heading).not.toBe('');
    expect(clauses.length).toBeLessThanOrEqual(most);
    for (const clause of clauses) expect(clause.length).toBeLessThanOrEqual(300);
  }
});
