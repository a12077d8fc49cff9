import { Refusal } from './refusal.ts';
import type { FoundPerson } from './sources.ts';

/** docs/workspace/admin/directory/reference/rest/v1/users/list: 500 a page at most. */
const A_PAGE = 500;

/**
 * The people of an organisational unit and of those below it; not the suspended ones.
 * @throws Refusal when the directory is not switched on; in Google's words when the role account may not read it
 */
export function readUnit(path: string): FoundPerson[] {
  if (typeof AdminDirectory === 'undefined')
    throw new Refusal('cannot-look-there', 'The directory is not switched on: npm run deploy -- --with directory, then "start"');
  const query = `orgUnitPath='${path.replace(/'/g, "\\'")}' isSuspended=false`;
  const found: FoundPerson[] = [];
  let pageToken: string | undefined;
  do {
    const page = AdminDirectory.Users.list({
      ...{ customer: 'my_customer', query, maxResults: A_PAGE, fields: 'users(primaryEmail,name(givenName,familyName)),nextPageToken' },
      ...(pageToken ? { pageToken } : {}),
    });
    for (const { primaryEmail = '', name } of page.users ?? [])
      found.push({ email: primaryEmail, givenName: name?.givenName ?? '', familyName: name?.familyName ?? '', guardianOf: [] });
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}
