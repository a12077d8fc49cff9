import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { UI_ANSWERS } from '../../local/apps-script/ui.ts';
import { accountId } from '../../local/workspace/account-id.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript as run, TEACHER } from '../support/script.ts';

/** The value of `main()`; fails with the script's own error. */
function value(expression: string, options: Parameters<typeof run>[1] = {}): unknown {
  const result = run(`function main() { return ${expression}; }`, options);
  if (!result.ok) throw new Error(`${result.error?.name}: ${result.error?.message}`);
  return result.value;
}

// reference/base/session.md
test('the effective user is whose rights the run has, the active one who is at the keyboard, blank where Google does not say', () => {
  const emails = '[Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), String(Session.getActiveUser())]';
  expect(value(emails, { active: TEACHER, effective: OFFICE })).toEqual([TEACHER, OFFICE, TEACHER]);
  expect(value(emails, { active: '', effective: OFFICE })).toEqual(['', OFFICE, '']);
});

test('the address of the user needs the userinfo.email scope', () => {
  const result = run('function main() { Session.getActiveUser() }', { scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
  expect(result.error?.message).toContain('https://www.googleapis.com/auth/userinfo.email');
});

test('the temporary key of a user tells people apart without naming them', () => {
  const key = (active: string) => value('Session.getTemporaryActiveUserKey()', { active });
  expect(key(TEACHER)).not.toBe(key(OFFICE));
  expect(key(TEACHER)).toBe(key(TEACHER));
  expect(String(key(TEACHER))).not.toContain('okafor');
});

// reference/base/logger.md
test('Logger writes objects in the way of Java, an object with a message as that message, and fills in %s', () => {
  const result = run(`function main() {
    Logger.log('plain').log({ key: 'value', list: [1, true, null] }).log({ message: 'said', data: 1 }).log('%s and %s', 'a', [1, 2]).log(new Date(0));
    return Logger.getLog();
  }`);
  expect(result.log).toEqual(['plain', '{key=value, list=[1, true, null]}', 'said', 'a and [1, 2]', 'Thu Jan 01 01:00:00 GMT+01:00 1970']);
  expect(String(result.value).split('\n')[0]).toMatch(/^Mon Sep 07 09:00:00 \S+ 2026 INFO: plain$/);
});

// reference/base/console.md
test('console fills in its placeholders and measures modelled time', () => {
  const result = run(`function main() {
    console.log('%s has %d', 'a', 2, { b: [1] });
    console.time('nap'); Utilities.sleep(1500); console.timeEnd('nap');
    console.error(new Error('gone').message);
  }`);
  expect(result.log).toEqual(['a has 2 { b: [ 1 ] }', 'nap: 1500ms', 'gone']);
});

// reference/utilities/utilities.md
test('digests, signatures and base 64 give the bytes that Java gives, signed', () => {
  expect(value('Utilities.base64Encode("Google グループ", Utilities.Charset.UTF_8)')).toBe('R29vZ2xlIOOCsOODq+ODvOODlw==');
  expect(value('Utilities.base64EncodeWebSafe("Google グループ", Utilities.Charset.UTF_8)')).toBe('R29vZ2xlIOOCsOODq-ODvOODlw==');
  expect(value('Utilities.base64Decode("R29vZ2xlIOOCsOODq+ODvOODlw==").slice(6, 9)')).toEqual([32, -29, -126]);
  expect(value('Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "input to hash").length')).toBe(16);
  // FIPS 180-2, appendix B.1, and RFC 2104's test vector 2.
  const hex = (bytes: unknown) => (bytes as number[]).map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
  expect(hex(value('Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc", Utilities.Charset.US_ASCII)'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(hex(value('Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, "what do ya want for nothing?", "Jefe")'))).toBe(
    '750c783e6ab0b503eaa86e310a5db738',
  );
});

test('US_ASCII turns what it cannot hold into question marks', () => {
  expect(value('Utilities.base64Encode("é", Utilities.Charset.US_ASCII) === Utilities.base64Encode("?")')).toBe(true);
});

test('formatDate follows SimpleDateFormat in the zone given', () => {
  const format = (pattern: string, zone = 'Europe/London') =>
    value(`Utilities.formatDate(new Date(Date.UTC(2026, 5, 7, 13, 5, 9, 42)), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`);
  expect(format("yyyy-MM-dd'T'HH:mm:ss'Z'", 'GMT')).toBe('2026-06-07T13:05:09Z');
  expect(format('EEEE d MMMM yyyy, h:mm a')).toBe('Sunday 7 June 2026, 2:05 PM');
  expect(format('dd/MM/yy HH:mm:ss.SSS Z XXX u D')).toBe('07/06/26 14:05:09.042 +0100 +01:00 7 158');
  expect(format("'o''clock' k", 'America/New_York')).toBe("o'clock 9");
  expect(() => format('yyyy', 'Nowhere/Land')).toThrow('Invalid argument: timeZone');
  expect(() => format('jj')).toThrow("Illegal pattern character 'j'");
});

test('parseDate reads a date in the zone given, and refuses what does not fit', () => {
  expect(value('Utilities.parseDate("2026-06-07 09:30", "Europe/London", "yyyy-MM-dd HH:mm").toISOString()')).toBe('2026-06-07T08:30:00.000Z');
  expect(value('Utilities.parseDate("20261225", "GMT", "yyyyMMdd").getTime()')).toBe(Date.UTC(2026, 11, 25));
  expect(() => value('Utilities.parseDate("soon", "GMT", "yyyy")')).toThrow('Unparseable date: "soon"');
});

test('formatString pads and rounds like sprintf', () => {
  expect(
    value('[Utilities.formatString("%11.6f", 123.456), Utilities.formatString("%6s", "abc"), Utilities.formatString("%05d|%-4s|%x|%%", -42, "a", 255)]'),
  ).toEqual([' 123.456000', '   abc', '-0042|a   |ff|%']);
});

test('parseCsv keeps quoted delimiters, quotes and line ends', () => {
  expect(value(String.raw`Utilities.parseCsv('a,b\n"c,""d""","e\nf"\r\n')`)).toEqual([
    ['a', 'b'],
    ['c,"d"', 'e\nf'],
  ]);
  expect(value(String.raw`Utilities.parseCsv('a\tb', '\t')`)).toEqual([['a', 'b']]);
});

test('what was zipped comes back under its name, and so does what was gzipped', () => {
  const source = `(() => {
    const blobs = [Utilities.newBlob('one', 'text/plain', 'a.txt'), Utilities.newBlob('zwei ü', 'text/csv', 'sub/b.csv')];
    const back = Utilities.unzip(Utilities.zip(blobs, 'all.zip'));
    return back.map((b) => [b.getName(), b.getContentType(), b.getDataAsString()]).concat([[Utilities.ungzip(Utilities.gzip(blobs[1])).getDataAsString()]]);
  })()`;
  expect(value(source)).toEqual([['a.txt', 'text/plain', 'one'], ['sub/b.csv', 'text/csv', 'zwei ü'], ['zwei ü']]);
});

test('bytes that are no archive are refused in Google’s way', () => {
  expect(() => value('Utilities.unzip(Utilities.newBlob("not a zip", "application/zip", "x.zip"))')).toThrow('Invalid argument');
});

test('a UUID has the shape of a random one and differs each time', () => {
  const [first, second] = value('[Utilities.getUuid(), Utilities.getUuid()]') as [string, string];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second).not.toBe(first);
});

test('sleep moves the virtual clock, five minutes at most, and ends the run at its limit', () => {
  expect(value('(() => { const t = Date.now(); Utilities.sleep(60000); return Date.now() - t })()')).toBe(60_000);
  expect(() => value('Utilities.sleep(300001)')).toThrow('Invalid argument: milliseconds');
  const result = run('function main() { try { Utilities.sleep(300000); Utilities.sleep(300000) } catch (e) { return "caught" } }');
  expect(result.error?.message).toBe('Exceeded maximum execution time');
});

// reference/content/text-output.md
test('text output carries its type, and refuses a type that is not one', () => {
  expect(
    value(
      '(o => [o.getContent(), o.getMimeType() === ContentService.MimeType.JSON, o.getFileName()])(ContentService.createTextOutput("a").append("b").setMimeType(ContentService.MimeType.JSON))',
    ),
  ).toEqual(['ab', true, null]);
  expect(() => value('ContentService.createTextOutput("a").setMimeType("application/json")')).toThrow(
    "don't match the method signature for TextOutput.setMimeType",
  );
});

// Nothing but Google is ever fetched
test('UrlFetchApp reaches no host but Google’s own, and then as the token says', () => {
  expect(() => value('UrlFetchApp.fetch("https://example.com/x")')).toThrow('DNS error: https://example.com/x');
  expect(() => value('UrlFetchApp.fetch("https://www.googleapis.com/" + "x".repeat(2100))')).toThrow('Limit Exceeded: URLFetch URL Length.');
  expect(() => value('UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files")')).toThrow(/returned code 401/);
  expect(value('UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files", { muteHttpExceptions: true }).getResponseCode()')).toBe(401);
  const listed = 'UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files", { headers: { Authorization: "Bearer " + ScriptApp.getOAuthToken() } })';
  expect(value(`(r => [r.getResponseCode(), JSON.parse(r.getContentText()).files.map((f) => f.name)])(${listed})`)).toEqual([200, ['Script']]);
});

// reference/script/script-app.md, getIdentityToken
test('a script is told who its effective user is only where it asked for openid', () => {
  const claims = (scopes: string[]) => {
    const token = value('ScriptApp.getIdentityToken()', { scopes }) as string | null;
    return token === null ? null : (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string; email: string });
  };
  expect(claims(['https://www.googleapis.com/auth/userinfo.email'])).toBeNull();
  expect(claims(['openid'])).toMatchObject({ sub: accountId(OFFICE), email: OFFICE });
});

test('a manifest’s urlFetchWhitelist is kept to', () => {
  const result = run('function main() { UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files") }', {
    onStart: (each) => {
      each.manifest.urlFetchWhitelist = ['https://meet.googleapis.com/'];
    },
  });
  expect(result.error?.message).toContain('urlFetchWhitelist');
});

// reference/base/browser.md
test('Browser’s boxes are there in a bound Sheet with a person at the keyboard only, and answer in words', () => {
  expect(run('function main() { Browser.msgBox("Hi") }').error?.message).toBe('Cannot call Browser.msgBox() from this context.');
  const workspace = anEmptyWorkspace();
  const container = workspace.sheets.create(OFFICE, { name: 'S' }).id;
  const script = aScript(
    workspace,
    'function main() { return [Browser.msgBox("Hi"), Browser.msgBox("T", "Sure?", Browser.Buttons.YES_NO), Browser.inputBox("Name", Browser.Buttons.OK_CANCEL)] }',
  );
  script.container = container;
  const result = execute(workspace, {
    scriptId: script.id,
    kind: 'editor',
    active: OFFICE,
    effective: OFFICE,
    fn: 'main',
    onStart: (each) => {
      each.memory.set(UI_ANSWERS, { answers: [{ button: 'OK' }, { button: 'NO' }, { button: 'CANCEL' }] });
    },
  });
  expect(result.value).toEqual(['ok', 'no', 'cancel']);
});

// docs/apps-script/reference/url-fetch/http-response.md; published code parses the response itself
test('a response is its text wherever a text is wanted', () => {
  expect(value('JSON.parse(UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files", { muteHttpExceptions: true })).error.code')).toBe(401);
});
