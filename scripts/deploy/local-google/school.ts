import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessToken, CLASP_SCOPES, refreshToken } from '../../../local/rest/identity.ts';
import { people } from '../../../local/school/staff.ts';
import { DeployRefusal, EXIT } from '../refusal.ts';
import { type ProjectSettings, readSettings } from '../settings.ts';

/** What clasp needs to work in a local school. Git ignores all four files. */
export interface LocalSchool {
  officeFile: string;
  sidebarFile: string;
  classroomFile: string;
  /** Stands for what `npx clasp login` leaves behind: the role account's login. */
  loginFile: string;
}

/**
 * Finds the scripts of the local school's role account and writes down, beside the real project files, what clasp needs to push to them.
 * @param address of the school's REST face: `http://127.0.0.1:8787/google`
 * @throws DeployRefusal when no local school answers there
 */
export async function localSchool(address: string, top: string): Promise<LocalSchool> {
  const scripts = await scriptsAt(address.replace(/\/$/, ''));
  const fileFor = (part: string) => join(top, `.clasp-local${part}.json`);
  const [officeFile, sidebarFile, classroomFile, loginFile] = [fileFor(''), fileFor('-sidebar'), fileFor('-classroom'), fileFor('-login')];
  keep(officeFile, { scriptId: scripts.get('Handrail office') ?? '', rootDir: 'dist/office', account: people.office, deploymentId: '' });
  keep(sidebarFile, { scriptId: scripts.get('Handrail') ?? '', rootDir: 'dist/sidebar' });
  keep(classroomFile, { scriptId: scripts.get('Handrail in Classroom') ?? '', rootDir: 'dist/classroom', deploymentId: '' });
  const login = { type: 'authorized_user', client_id: 'local', client_secret: 'local', refresh_token: refreshToken(people.office) };
  writeFileSync(loginFile, JSON.stringify({ tokens: { default: login } }));
  return { officeFile, sidebarFile, classroomFile, loginFile };
}

/** The role account's script projects: ids by title. */
async function scriptsAt(address: string): Promise<Map<string, string>> {
  const query = new URLSearchParams({ q: "mimeType = 'application/vnd.google-apps.script' and trashed = false", fields: 'files(id,name)' });
  try {
    const response = await fetch(`${address}/drive/v3/files?${query}`, { headers: { authorization: `Bearer ${accessToken(people.office, CLASP_SCOPES)}` } });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { files } = (await response.json()) as { files: { id: string; name: string }[] };
    return new Map(files.map(({ id, name }) => [name, id]));
  } catch (cause) {
    throw new DeployRefusal(
      EXIT.offline,
      `No local school answers at ${address}.`,
      'Start it with npm start; HANDRAIL_GOOGLE is the address it prints, with /google behind it.',
      { cause },
    );
  }
}

/** Another school has other scripts: what was written down for one is not taken for another. */
function keep(file: string, settings: Partial<ProjectSettings>): void {
  if (!existsSync(file) || readSettings(file).scriptId !== settings.scriptId) writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}
