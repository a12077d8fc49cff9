import { expect, test } from '@jest/globals';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

function valueFrom(source: string, workspace: Workspace = anEmptyWorkspace(), as: string = OFFICE): unknown {
  const result = runScript(source, { workspace, as });
  if (!result.ok) throw new Error(`${result.error?.name}: ${result.error?.message}`);
  return result.value;
}

function messageOf(source: string, workspace: Workspace, as: string = OFFICE): string | undefined {
  return runScript(source, { workspace, as }).error?.message;
}

const NOT_FOUND = 'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

// docs/apps-script/reference/drive/drive-app.md
test('a text file made by a script can be read, overwritten and described', () => {
  const value = valueFrom(`function main() {
    const file = DriveApp.createFile('Note', 'Hello, world!');
    const before = [file.getName(), file.getMimeType(), file.getSize(), file.getBlob().getDataAsString(), String(file)];
    file.setContent('Updated').setDescription('about').setName('Renamed');
    return [...before, file.getBlob().getDataAsString(), file.getDescription(), DriveApp.getFileById(file.getId()).getName()];
  }`);
  expect(value).toEqual(['Note', 'text/plain', 13, 'Hello, world!', 'Note', 'Updated', 'about', 'Renamed']);
});

test('a blob keeps its bytes, type and name in Drive', () => {
  const value = valueFrom(`function main() {
    const file = DriveApp.createFolder('Evidence').createFile(Utilities.newBlob([1, -1, 127], 'image/png', 'dot.png'));
    const blob = file.getBlob();
    return [blob.getBytes(), blob.getContentType(), blob.getName(), file.getParents().next().getName()];
  }`);
  expect(value).toEqual([[1, -1, 127], 'image/png', 'dot.png', 'Evidence']);
});

test('a file that is not shared cannot be told from one that does not exist', () => {
  const workspace = anEmptyWorkspace();
  const file = workspace.drive.create({ name: 'Log', mimeType: 'text/plain', content: '' }, OFFICE);
  expect(messageOf(`function main() { DriveApp.getFileById('${file.id}'); }`, workspace, TEACHER)).toBe(NOT_FOUND);
  expect(messageOf(`function main() { DriveApp.getFileById('nothing'); }`, workspace, TEACHER)).toBe(NOT_FOUND);
});

// docs/apps-script/reference/drive/file.md: getEditors is empty for those who may not edit
test('a viewer reads but does not change, bin or share', () => {
  const workspace = anEmptyWorkspace();
  const id = valueFrom(`function main() { return DriveApp.createFile('Policy', 'text').addViewer('${TEACHER}').getId(); }`, workspace);
  const get = `DriveApp.getFileById('${id}')`;
  expect(
    valueFrom(
      `function main() { const f = ${get}; return [f.getBlob().getDataAsString(), f.getEditors().length, f.getViewers().length]; }`,
      workspace,
      TEACHER,
    ),
  ).toEqual(['text', 0, 0]);
  for (const deed of [
    "setName('x')",
    "setContent('x')",
    'setTrashed(true)',
    "addEditor('office@quillhaven.example')",
    'setSharing(DriveApp.Access.PRIVATE, DriveApp.Permission.VIEW)',
  ]) {
    expect([deed, messageOf(`function main() { ${get}.${deed}; }`, workspace, TEACHER)]).toEqual([deed, 'Access denied: DriveApp.']);
  }
});

// docs/workspace/drive/api/guides/manage-sharing.md "Scenarios for sharing"
test('an editor may share until the owner takes that away', () => {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: 'head@quillhaven.example', givenName: 'Head', familyName: 'Teacher' });
  const id = valueFrom(`function main() { return DriveApp.createFile('Plan', '').addEditor('${TEACHER}').getId(); }`, workspace);
  const share = `function main() { return DriveApp.getFileById('${id}').addViewer('head@quillhaven.example').getViewers().map(String); }`;
  valueFrom(`function main() { DriveApp.getFileById('${id}').setShareableByEditors(false); }`, workspace);
  expect(messageOf(share, workspace, TEACHER)).toBe('Access denied: DriveApp.');
  valueFrom(`function main() { DriveApp.getFileById('${id}').setShareableByEditors(true); }`, workspace);
  expect(valueFrom(share, workspace, TEACHER)).toEqual(['head@quillhaven.example']);
});

test('sharing with a person mails them, and an address that the school does not have is refused', () => {
  const workspace = anEmptyWorkspace();
  valueFrom(`function main() { DriveApp.createFile('Rota', '').addEditor('${TEACHER}'); }`, workspace);
  const mails = Object.values(workspace.data.mailboxes[TEACHER]?.messages ?? {});
  expect(mails.map((each) => /^Subject: (.*)$/m.exec(each.raw)?.[1]?.trim())).toEqual(['Shared with you: "Rota"']);
  expect(messageOf(`function main() { DriveApp.createFile('Rota', '').addEditor('nobody@quillhaven.example'); }`, workspace)).toContain(
    'nobody@quillhaven.example',
  );
});

// docs/workspace/drive/api/guides/manage-sharing.md "How permissions work"
test('what is shared with a folder comes down to its files, and goes when they are moved out', () => {
  const workspace = anEmptyWorkspace();
  const [folder, file] = valueFrom(
    `function main() {
      const folder = DriveApp.createFolder('Shared').addViewer('${TEACHER}');
      return [folder.getId(), folder.createFile('Inside', 'text').getId()];
    }`,
    workspace,
  ) as string[];
  expect(valueFrom(`function main() { return DriveApp.getFileById('${file}').getName(); }`, workspace, TEACHER)).toBe('Inside');
  // An inherited permission is changed where it comes from.
  expect(valueFrom(`function main() { return DriveApp.getFileById('${file}').removeViewer('${TEACHER}').getViewers().map(String); }`, workspace)).toEqual([
    TEACHER,
  ]);
  valueFrom(`function main() { DriveApp.getFileById('${file}').moveTo(DriveApp.getRootFolder()); }`, workspace);
  expect(messageOf(`function main() { DriveApp.getFileById('${file}'); }`, workspace, TEACHER)).toBe(NOT_FOUND);
  expect(valueFrom(`function main() { return DriveApp.getFolderById('${folder}').getFiles().hasNext(); }`, workspace)).toBe(false);
});

test('a folder cannot be moved into itself', () => {
  const workspace = anEmptyWorkspace();
  const source = `function main() {
    const outer = DriveApp.createFolder('Outer');
    outer.moveTo(outer.createFolder('Inner'));
  }`;
  expect(messageOf(source, workspace)).toContain('into itself');
});

// docs/apps-script/reference/drive/permission.md
test('general access is read back as it was set, and OWNER or NONE cannot be given', () => {
  const value = valueFrom(`function main() {
    const file = DriveApp.createFile('Leaflet', '');
    const states = [];
    const note = () => states.push(file.getSharingAccess() + ' ' + file.getSharingPermission());
    note();
    file.setSharing(DriveApp.Access.DOMAIN_WITH_LINK, DriveApp.Permission.VIEW); note();
    file.setSharing(DriveApp.Access.ANYONE, DriveApp.Permission.COMMENT); note();
    file.setSharing(DriveApp.Access.PRIVATE, DriveApp.Permission.VIEW); note();
    for (const permission of [DriveApp.Permission.OWNER, DriveApp.Permission.NONE]) {
      try { file.setSharing(DriveApp.Access.DOMAIN, permission); } catch (error) { states.push(error.message); }
    }
    return states;
  }`);
  expect(value).toEqual([
    'PRIVATE NONE',
    'DOMAIN_WITH_LINK VIEW',
    'ANYONE COMMENT',
    'PRIVATE NONE',
    'Invalid argument: permissionType',
    'Invalid argument: permissionType',
  ]);
});

// docs/apps-script/reference/drive/file.md "setOwner"
test('a new owner leaves the old one as an editor', () => {
  const workspace = anEmptyWorkspace();
  const source = `function main() {
    const file = DriveApp.createFile('Handover', '').setOwner('${TEACHER}');
    return [file.getOwner().getEmail(), file.getEditors().map(String), String(file.getAccess('${OFFICE}'))];
  }`;
  expect(valueFrom(source, workspace)).toEqual([TEACHER, [OFFICE], 'EDIT']);
});

// docs/workspace/drive/api/reference/rest/v3/files.md `trashed`
test('a file in a binned folder is binned too, and comes back with it', () => {
  const value = valueFrom(`function main() {
    const folder = DriveApp.createFolder('Old');
    const file = folder.createFile('Paper', '');
    folder.setTrashed(true);
    const names = [];
    for (const files = DriveApp.getTrashedFiles(); files.hasNext();) names.push(files.next().getName());
    const binned = file.isTrashed();
    folder.setTrashed(false);
    return [names, binned, file.isTrashed()];
  }`);
  expect(value).toEqual([['Paper'], true, false]);
});

// docs/apps-script/reference/drive/file.md "makeCopy"
test('a copy of a spreadsheet has its own cells', () => {
  const workspace = anEmptyWorkspace();
  const value = valueFrom(
    `function main() {
      const sheet = SpreadsheetApp.create('Grid');
      sheet.getActiveSheet().appendRow(['one']);
      const copy = DriveApp.getFileById(sheet.getId()).makeCopy('Second', DriveApp.createFolder('Copies'));
      sheet.getActiveSheet().getRange('A1').setValue('changed');
      return [copy.getName(), copy.getParents().next().getName(), SpreadsheetApp.openById(copy.getId()).getActiveSheet().getRange('A1').getValue()];
    }`,
    workspace,
  );
  expect(value).toEqual(['Second', 'Copies', 'one']);
});

// docs/apps-script/reference/drive/file-iterator.md
test('a continuation token takes up an iteration in a later run, for a week', () => {
  const workspace = anEmptyWorkspace();
  const token = valueFrom(
    `function main() {
      for (const name of ['a', 'b', 'c']) DriveApp.createFolder(name);
      const folders = DriveApp.getFolders();
      folders.next();
      return folders.getContinuationToken();
    }`,
    workspace,
  );
  const resume = `function main() {
    const names = [];
    for (const rest = DriveApp.continueFolderIterator('${token}'); rest.hasNext();) names.push(rest.next().getName());
    return names;
  }`;
  expect(valueFrom(resume, workspace)).toEqual(['b', 'c']);
  expect(messageOf(resume.replace('continueFolderIterator', 'continueFileIterator'), workspace)).toBe('Invalid argument: continuationToken');
  workspace.clock.pass(8 * 86_400_000);
  expect(messageOf(resume, workspace)).toBe('Invalid argument: continuationToken');
});

test('an iterator that has come to its end says so', () => {
  expect(messageOf(`function main() { DriveApp.getFilesByName('none').next(); }`, anEmptyWorkspace())).toContain('iterator has reached the end');
});

// docs/workspace/drive/api/guides/content-restrictions.md
test('a content restriction stops even the owner from changing content and name, but not from sharing', () => {
  const workspace = anEmptyWorkspace();
  const id = valueFrom(
    `function main() {
      const id = DriveApp.createFile('Final', 'text').getId();
      Drive.Files.update({ contentRestrictions: [{ readOnly: true, reason: 'signed' }] }, id);
      return id;
    }`,
    workspace,
  );
  expect(messageOf(`function main() { DriveApp.getFileById('${id}').setContent('x'); }`, workspace)).toBe('Access denied: DriveApp.');
  expect(messageOf(`function main() { DriveApp.getFileById('${id}').setName('x'); }`, workspace)).toBe('Access denied: DriveApp.');
  expect(valueFrom(`function main() { return DriveApp.getFileById('${id}').addViewer('${TEACHER}').getViewers().length; }`, workspace)).toBe(1);
});

// docs/apps-script/concepts/scopes.md
test('reading needs a Drive scope, and the read-only one does not write', () => {
  const readonly = ['https://www.googleapis.com/auth/drive.readonly'];
  expect(runScript(`function main() { return DriveApp.getRootFolder().getName(); }`, { scopes: readonly }).value).toBe('My Drive');
  expect(runScript(`function main() { DriveApp.createFolder('x'); }`, { scopes: readonly }).error?.message).toContain(
    'Required permissions: https://www.googleapis.com/auth/drive',
  );
  expect(runScript(`function main() { DriveApp.getFiles(); }`, { scopes: ['https://www.googleapis.com/auth/userinfo.email'] }).error?.message).toContain(
    'Specified permissions are not sufficient',
  );
});

test('arguments of other kinds are refused as Apps Script refuses them', () => {
  const workspace = anEmptyWorkspace();
  expect(messageOf('function main() { DriveApp.getFileById(5); }', workspace)).toBe(
    "The parameters (number) don't match the method signature for DriveApp.getFileById.",
  );
  expect(messageOf(`function main() { DriveApp.createFile('only a name'); }`, workspace)).toContain("don't match the method signature for DriveApp.createFile");
  expect(messageOf('function main() { DriveApp.enforceSingleParent(true); }', workspace)).toBe('not in the local Workspace: DriveApp.enforceSingleParent');
});

// docs/apps-script/reference/base/mime-type.md
test('MimeType holds plain strings that can be compared and passed on', () => {
  const value = valueFrom(`function main() {
    const file = DriveApp.createFile('rows.csv', 'a,b', MimeType.CSV);
    return [file.getMimeType() === MimeType.CSV, typeof MimeType.GOOGLE_SHEETS, DriveApp.getFilesByType(MimeType.CSV).next().getName()];
  }`);
  expect(value).toEqual([true, 'string', 'rows.csv']);
});
