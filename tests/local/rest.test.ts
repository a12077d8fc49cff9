import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auth, drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { accessToken, refreshToken } from '../../local/rest/identity.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { type LocalGoogle, serveGoogle } from '../support/google.ts';
import { anEmptyWorkspace, OFFICE, TEACHER } from '../support/script.ts';

const DRIVE = 'https://www.googleapis.com/auth/drive';
let workspace: Workspace;
let google: LocalGoogle;

beforeAll(async () => {
  workspace = anEmptyWorkspace();
  google = await serveGoogle(workspace);
});
afterAll(() => google.close());

/** Google's own client, pointed at the local school. */
function drive(email = OFFICE, scopes = [DRIVE]): drive_v3.Drive {
  return new drive_v3.Drive({ rootUrl: `${google.url}/`, headers: { authorization: `Bearer ${accessToken(email, scopes)}` }, fetchImplementation: fetch });
}

async function refusalOf(call: Promise<unknown>): Promise<{ code: number; reason: string; message: string }> {
  try {
    await call;
  } catch (error) {
    const { code, errors, message } = (error as { response: { data: { error: { code: number; message: string; errors: { reason: string }[] } } } }).response
      .data.error;
    return { code, reason: errors[0]?.reason ?? '', message };
  }
  throw new Error('nothing was refused');
}

// docs/workspace/drive/api/guides/fields-parameter.md
test('only the default fields come back unless others are asked for', async () => {
  const made = await drive().files.create({ requestBody: { name: 'Folder', mimeType: 'application/vnd.google-apps.folder', description: 'kept' } });
  expect(Object.keys(made.data).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
  const got = await drive().files.get({ fileId: made.data.id ?? '', fields: 'description,owners/emailAddress,capabilities(canShare)' });
  expect(got.data).toEqual({ description: 'kept', owners: [{ emailAddress: OFFICE }], capabilities: { canShare: true } });
  expect(await refusalOf(drive().files.get({ fileId: made.data.id ?? '', fields: 'canShare' }))).toMatchObject({
    code: 400,
    message: 'Invalid field selection canShare',
  });
});

// docs/workspace/drive/api/guides/manage-uploads.md "multipart"
test('an upload arrives byte for byte and is downloaded again', async () => {
  const made = await drive().files.create(
    { requestBody: { name: 'agreement.csv' }, media: { mimeType: 'text/csv', body: 'name,£\r\n--Zoë,1\r\n\r\n' }, fields: 'id,size,mimeType' },
    // Uploads do not go by the client's own root address.
    { rootUrl: `${google.url}/` },
  );
  expect(made.data).toMatchObject({ size: '21', mimeType: 'text/csv' });
  const got = await drive().files.get({ fileId: made.data.id ?? '', alt: 'media' }, { responseType: 'text' });
  expect(got.data).toBe('name,£\r\n--Zoë,1\r\n\r\n');
});

// docs/workspace/drive/api/guides/handle-errors.md "notFound"
test('a file of somebody else is not found, and one may only look at what is shared for reading', async () => {
  const made = await drive().files.create({ requestBody: { name: 'Log' } });
  const fileId = made.data.id ?? '';
  expect(await refusalOf(drive(TEACHER).files.get({ fileId }))).toEqual({ code: 404, reason: 'notFound', message: `File not found: ${fileId}.` });
  await drive().permissions.create({ fileId, requestBody: { type: 'user', role: 'reader', emailAddress: TEACHER }, sendNotificationEmail: false });
  expect((await drive(TEACHER).files.get({ fileId })).data.name).toBe('Log');
  expect(await refusalOf(drive(TEACHER).files.update({ fileId, requestBody: { name: 'x' } }))).toMatchObject({
    code: 403,
    reason: 'insufficientFilePermissions',
  });
  expect(await refusalOf(drive(TEACHER).permissions.list({ fileId }))).toMatchObject({ code: 403, reason: 'insufficientFilePermissions' });
});

// docs/workspace/drive/api/guides/ref-search-terms.md
test('searches follow the query language', async () => {
  const make = (name: string, more: drive_v3.Schema$File = {}) => drive().files.create({ requestBody: { name, ...more } });
  await make("Valentine's Day plan", { properties: { mass: '1.3kg' } });
  await make('HelloWorld', { appProperties: { key: 'h-1' } });
  await make('goodbye hello', { starred: true });
  const found = async (q: string) => ((await drive().files.list({ q, orderBy: 'name' })).data.files ?? []).map((file) => file.name);
  expect(await found("name = 'Valentine\\'s Day plan'")).toEqual(["Valentine's Day plan"]);
  // "A query for World does not find HelloWorld": the beginnings of words are matched.
  expect(await found("name contains 'hello'")).toEqual(['goodbye hello', 'HelloWorld']);
  expect(await found("name contains 'World'")).toEqual([]);
  expect(await found("properties has { key='mass' and value='1.3kg' }")).toEqual(["Valentine's Day plan"]);
  expect(await found("appProperties has { key='key' and value='h-1' } and trashed = false")).toEqual(['HelloWorld']);
  expect(await found("starred = true or (name contains 'Valentine' and not mimeType contains 'image/')")).toEqual(['goodbye hello', "Valentine's Day plan"]);
  expect(await found(`'${TEACHER}' in writers`)).toEqual([]);
  expect(await found("modifiedTime > '2030-01-01T00:00:00'")).toEqual([]);
  for (const wrong of ["title = 'x'", "name like 'x'", 'name = x', "name = 'x' and", "trashed = 'true'"]) {
    expect([wrong, (await refusalOf(drive().files.list({ q: wrong }))).code]).toEqual([wrong, 400]);
  }
});

// docs/workspace/drive/api/guides/properties.md
test('private properties belong to the app that wrote them', async () => {
  const made = await drive().files.create({ requestBody: { name: 'Keyed', appProperties: { key: 'mine' } }, fields: 'id,appProperties' });
  expect(made.data.appProperties).toEqual({ key: 'mine' });
  const file = workspace.drive.find(made.data.id ?? '');
  expect(workspace.drive.search(OFFICE, { q: "appProperties has { key='key' and value='mine' }", app: 'another' })).toEqual([]);
  expect(
    workspace.drive.search(OFFICE, { q: "appProperties has { key='key' and value='mine' }", app: Object.keys(file?.appProperties ?? {})[0] ?? '' }),
  ).toEqual([file]);
  expect(await refusalOf(drive().files.update({ fileId: made.data.id ?? '', requestBody: { appProperties: { key: 'x'.repeat(130) } } }))).toMatchObject({
    code: 403,
  });
});

// docs/workspace/drive/api/guides/create-file.md "Generate IDs"
test('a generated id makes one file however often it is tried, and does not do for a spreadsheet', async () => {
  const id = (await drive().files.generateIds({ count: 1 })).data.ids?.[0] ?? '';
  expect((await drive().files.create({ requestBody: { id, name: 'Once' } })).data.id).toBe(id);
  expect(await refusalOf(drive().files.create({ requestBody: { id, name: 'Twice' } }))).toMatchObject({ code: 409 });
  const other = (await drive().files.generateIds({ count: 1 })).data.ids?.[0] ?? '';
  expect(await refusalOf(drive().files.create({ requestBody: { id: other, mimeType: 'application/vnd.google-apps.spreadsheet' } }))).toMatchObject({
    code: 400,
  });
  expect(await refusalOf(drive().files.create({ requestBody: { id: 'invented-by-somebody' } }))).toMatchObject({ code: 400 });
});

test('a list comes in pages', async () => {
  const folder = (await drive().files.create({ requestBody: { name: 'Many', mimeType: 'application/vnd.google-apps.folder' } })).data.id ?? '';
  for (const name of ['c', 'a', 'b']) await drive().files.create({ requestBody: { name, parents: [folder] } });
  const q = `'${folder}' in parents`;
  const first = await drive().files.list({ q, pageSize: 2, orderBy: 'name desc', fields: 'nextPageToken,files(name)' });
  expect(first.data.files).toEqual([{ name: 'c' }, { name: 'b' }]);
  const second = await drive().files.list({
    q,
    pageSize: 2,
    orderBy: 'name desc',
    fields: 'nextPageToken,files(name)',
    pageToken: first.data.nextPageToken ?? '',
  });
  expect(second.data).toEqual({ files: [{ name: 'a' }] });
});

// docs/workspace/drive/api/reference/rest/v3/files.md `parents`
test('a file moves by adding one parent and taking the other away', async () => {
  const folder = (await drive().files.create({ requestBody: { name: 'To', mimeType: 'application/vnd.google-apps.folder' } })).data.id ?? '';
  const fileId = (await drive().files.create({ requestBody: { name: 'Moving' } })).data.id ?? '';
  expect(await refusalOf(drive().files.update({ fileId, addParents: folder }))).toMatchObject({ code: 403, reason: 'cannotAddParent' });
  expect(await refusalOf(drive().files.update({ fileId, requestBody: { parents: [folder] } }))).toMatchObject({ code: 403, reason: 'fieldNotWritable' });
  const moved = await drive().files.update({ fileId, addParents: folder, removeParents: 'root', fields: 'parents' });
  expect(moved.data.parents).toEqual([folder]);
});

// docs/workspace/drive/api/guides/transfer-file.md
test('ownership is handed over knowingly', async () => {
  const fileId = (await drive().files.create({ requestBody: { name: 'Given' } })).data.id ?? '';
  const requestBody = { type: 'user', role: 'owner', emailAddress: TEACHER };
  expect(await refusalOf(drive().permissions.create({ fileId, requestBody }))).toMatchObject({ code: 403 });
  await drive().permissions.create({ fileId, requestBody, transferOwnership: true });
  expect((await drive(TEACHER).files.get({ fileId, fields: 'ownedByMe' })).data.ownedByMe).toBe(true);
  expect(await refusalOf(drive().files.delete({ fileId }))).toMatchObject({ code: 403 });
});

// docs/workspace/drive/api/reference/rest/v3/files/delete.md
test('deleting for good takes what the owner has in the folder with it', async () => {
  const folder = (await drive().files.create({ requestBody: { name: 'Gone', mimeType: 'application/vnd.google-apps.folder' } })).data.id ?? '';
  const sheet =
    (await drive().files.create({ requestBody: { name: 'Sheet', mimeType: 'application/vnd.google-apps.spreadsheet', parents: [folder] } })).data.id ?? '';
  expect(workspace.data.spreadsheets[sheet]).toBeDefined();
  expect((await drive().files.delete({ fileId: folder })).status).toBe(204);
  expect([workspace.drive.find(folder), workspace.drive.find(sheet), workspace.data.spreadsheets[sheet]]).toEqual([undefined, undefined, undefined]);
});

// docs/workspace/drive/api/guides/ref-export-formats.md
test('a spreadsheet is exported as CSV but not downloaded as it is', async () => {
  const fileId = (await drive().files.create({ requestBody: { name: 'Grid', mimeType: 'application/vnd.google-apps.spreadsheet' } })).data.id ?? '';
  const sheet = workspace.sheets.find(fileId)?.sheets[0]?.id ?? 0;
  workspace.sheets.typeInto(OFFICE, fileId, sheet, 0, 0, 'a "quoted", cell');
  workspace.sheets.typeInto(OFFICE, fileId, sheet, 1, 1, '2');
  const exported = await drive().files.export({ fileId, mimeType: 'text/csv' }, { responseType: 'text' });
  expect(exported.data).toBe('"a ""quoted"", cell",\r\n,2');
  expect(await refusalOf(drive().files.get({ fileId, alt: 'media' }))).toMatchObject({ code: 403, reason: 'fileNotDownloadable' });
});

// docs/workspace/drive/api/guides/handle-errors.md; scopes of docs/workspace/drive/api/reference/rest/v3/files/create.md
test('a token is needed, with a scope that fits', async () => {
  const bare = new drive_v3.Drive({ rootUrl: `${google.url}/`, fetchImplementation: fetch });
  expect(await refusalOf(bare.files.list())).toMatchObject({ code: 401 });
  expect(await refusalOf(drive('nobody@elsewhere.example').files.list())).toMatchObject({ code: 401 });
  const readOnly = drive(OFFICE, [`${DRIVE}.readonly`]);
  expect((await readOnly.files.list()).status).toBe(200);
  expect(await refusalOf(readOnly.files.create({ requestBody: { name: 'x' } }))).toMatchObject({ code: 403 });
});

// docs/workspace/drive/api/guides/api-specific-auth.md `drive.file`
test('with drive.file an app reaches only what it made', async () => {
  const other = workspace.drive.create({ name: 'Not made by this app', mimeType: 'text/plain', content: '' }, OFFICE);
  const own = drive(OFFICE, [`${DRIVE}.file`]);
  const made = (await own.files.create({ requestBody: { name: 'Made by this app' } })).data.id ?? '';
  expect((await own.files.get({ fileId: made })).data.name).toBe('Made by this app');
  expect(await refusalOf(own.files.get({ fileId: other.id }))).toMatchObject({ code: 404 });
});

test("unknown paths, unknown parameters and what is not modelled are each refused in Google's shape", async () => {
  const headers = { authorization: `Bearer ${accessToken(OFFICE, [DRIVE])}` };
  const status = async (path: string) => (await fetch(`${google.url}${path}`, { headers })).status;
  expect(await status('/drive/v3/nothing/here')).toBe(404);
  expect(await status('/drive/v3/files?colour=red')).toBe(400);
  expect(await status('/drive/v3/files?corpora=allDrives')).toBe(501);
  expect(await status('/drive/v3/about')).toBe(400);
  expect(await status('/drive/v3/about?fields=user(me)')).toBe(200);
});

test("Google's own login library refreshes a token and learns whose it is", async () => {
  const client = new auth.OAuth2({
    clientId: 'id',
    clientSecret: 'secret',
    endpoints: { oauth2TokenUrl: `${google.url}/token` },
    transporterOptions: { fetchImplementation: fetch },
  });
  client.setCredentials({ refresh_token: refreshToken(OFFICE) });
  const { token } = await client.getAccessToken();
  const user = await (await fetch(`${google.url}/oauth2/v2/userinfo`, { headers: { authorization: `Bearer ${token}` } })).json();
  expect(user).toMatchObject({ email: OFFICE, hd: 'quillhaven.example' });
  client.setCredentials({ refresh_token: refreshToken('gone@quillhaven.example') });
  await expect(client.getAccessToken()).rejects.toThrow('invalid_grant');
});
