/**
 * Google's number of the person at the page, as it is in a `login_hint` (docs/apps-script/reference/script/script-app.md, getIdentityToken).
 * @returns '' when Google does not say: then its answers alone show whether the account is the right one
 */
export function ownAccountId(): string {
  try {
    const [, body = ''] = (ScriptApp.getIdentityToken() ?? '').split('.');
    const claims = Utilities.newBlob(Utilities.base64DecodeWebSafe(body.padEnd(Math.ceil(body.length / 4) * 4, '='))).getDataAsString();
    return String((JSON.parse(claims) as { sub?: unknown }).sub ?? '');
  } catch {
    return '';
  }
}

export function accessToken(): string {
  return ScriptApp.getOAuthToken();
}
