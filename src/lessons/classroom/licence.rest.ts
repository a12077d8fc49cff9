import { accessToken } from './own-account.script.ts';

/** docs/workspace/classroom/reference/preview.md: the method is among the previews still, and no service of Apps Script has it. */
const ASK = 'https://classroom.googleapis.com/v1/userProfiles/me:checkUserCapability?capability=CREATE_ADD_ON_ATTACHMENT&previewVersion=V1_20240930_PREVIEW';

/**
 * Whether the person's licence has add-ons in Classroom.
 * @returns null when Google does not say, as it does not to projects outside its preview: then only trying tells
 */
export function mayAttach(): boolean | null {
  try {
    const headers = { Authorization: `Bearer ${accessToken()}`, 'X-Goog-Visibilities': 'DEVELOPER_PREVIEW' };
    const response = UrlFetchApp.fetch(ASK, { headers, muteHttpExceptions: true });
    if (response.getResponseCode() !== 200) return null;
    const { allowed } = JSON.parse(response.getContentText()) as { allowed?: unknown };
    return typeof allowed === 'boolean' ? allowed : null;
  } catch {
    return null;
  }
}
