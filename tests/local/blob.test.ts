import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

function resultOf(body: string): unknown {
  const result = runScript(`function main() { ${body} }`);
  if (!result.ok) throw new Error(result.error?.message);
  return result.value;
}

// docs/apps-script/reference/base/blob.md
test('bytes are signed, and text is read in the charset that is named', () => {
  expect(
    resultOf(`const blob = Utilities.newBlob('').setDataFromString('é', 'ISO-8859-1');
      return [blob.getBytes(), blob.getDataAsString('ISO-8859-1'), blob.setDataFromString('é').getBytes(), blob.getDataAsString()];`),
  ).toEqual([[-23], 'é', [-61, -87], 'é']);
});

test('a charset that there is not is refused', () => {
  expect(runScript(`function main() { Utilities.newBlob('x').getDataAsString('klingon'); }`).error?.message).toBe('Invalid argument: klingon');
});

test('the type is guessed from the extension, or is null', () => {
  expect(
    resultOf(`const blob = Utilities.newBlob('x', 'text/plain', 'a.csv');
      return [blob.setContentTypeFromExtension().getContentType(), blob.setName('a.unheard').setContentTypeFromExtension().getContentType()];`),
  ).toEqual(['text/csv', null]);
});

test('a copy has bytes of its own', () => {
  expect(
    resultOf(
      `const one = Utilities.newBlob('one', 'text/plain', 'n'); const two = one.copyBlob().setDataFromString('two'); return [one.getDataAsString(), two.getName()];`,
    ),
  ).toEqual(['one', 'n']);
});

// "assumes that the part of the filename that follows the last period is an existing extension that should be replaced"
test('getAs replaces the extension, and does not pretend to make a PDF of what is no HTML', () => {
  expect(resultOf(`return Utilities.newBlob('x', 'text/csv', 'List.12.25.2014').getAs('text/csv').getName();`)).toBe('List.12.25.csv');
  expect(runScript(`function main() { Utilities.newBlob('x', 'text/plain', 'a').getAs('application/pdf'); }`).error?.message).toBe(
    'not in the local Workspace: Blob.getAs("application/pdf") of text/plain',
  );
  expect(runScript(`function main() { Utilities.newBlob('x', 'text/html', 'a').getAs('text/csv'); }`).error?.message).toBe(
    'Converting from text/html to text/csv is not supported.',
  );
});
