/**
 * What a script can do besides, where the school lets it. The office: take people from parts of Google, delete harmless mail for good. The sidebar: see
 * who was in a call.
 */
export const OPTIONAL_SERVICES = ['directory', 'classroom', 'mail-journal', 'attendance'] as const;
export type OptionalService = (typeof OPTIONAL_SERVICES)[number];

const AUTH = 'https://www.googleapis.com/auth';

/** What each adds to which script's manifest: the advanced service, where it needs another one, and the rights. */
const NEEDS: Record<OptionalService, { script: 'office' | 'sidebar'; services: readonly object[]; scopes: readonly string[] }> = {
  directory: {
    script: 'office',
    services: [{ userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' }],
    scopes: [`${AUTH}/admin.directory.user.readonly`],
  },
  classroom: {
    script: 'office',
    services: [{ userSymbol: 'Classroom', serviceId: 'classroom', version: 'v1' }],
    scopes: [
      `${AUTH}/classroom.courses.readonly`,
      `${AUTH}/classroom.rosters.readonly`,
      `${AUTH}/classroom.profile.emails`,
      `${AUTH}/classroom.guardianlinks.students.readonly`,
    ],
  },
  // The only right with which mail can be deleted for good (docs/workspace/gmail/api/reference/rest/v1/users.messages/batchDelete).
  'mail-journal': { script: 'office', services: [], scopes: ['https://mail.google.com/'] },
  attendance: { script: 'sidebar', services: [], scopes: [`${AUTH}/meetings.space.readonly`] },
};

interface Manifest {
  dependencies: { enabledAdvancedServices: object[] };
  oauthScopes: string[];
}

export function isOptionalService(name: string): name is OptionalService {
  return OPTIONAL_SERVICES.some((each) => each === name);
}

/** A manifest with more services switched on, those for that script; the text as it was when there are none. */
export function withServices(manifest: string, services: readonly OptionalService[], script = 'office'): string {
  const wanted = OPTIONAL_SERVICES.filter((each) => services.includes(each))
    .map((each) => NEEDS[each])
    .filter((each) => each.script === script);
  if (wanted.length === 0) return manifest;
  const parsed = JSON.parse(manifest) as Manifest;
  const { enabledAdvancedServices } = parsed.dependencies;
  return JSON.stringify(
    {
      ...parsed,
      dependencies: { ...parsed.dependencies, enabledAdvancedServices: [...enabledAdvancedServices, ...wanted.flatMap(({ services }) => services)] },
      oauthScopes: [...parsed.oauthScopes, ...wanted.flatMap(({ scopes }) => scopes)],
    },
    null,
    2,
  );
}
