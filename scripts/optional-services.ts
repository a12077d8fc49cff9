/** What the office can do besides, where the school lets the role account: take people from parts of Google, delete harmless mail for good. */
export const OPTIONAL_SERVICES = ['directory', 'classroom', 'mail-journal'] as const;
export type OptionalService = (typeof OPTIONAL_SERVICES)[number];

const AUTH = 'https://www.googleapis.com/auth';

/** What each adds to the manifest: the advanced service, where it needs another one, and the rights. */
const NEEDS: Record<OptionalService, { services: readonly object[]; scopes: readonly string[] }> = {
  directory: {
    services: [{ userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' }],
    scopes: [`${AUTH}/admin.directory.user.readonly`],
  },
  classroom: {
    services: [{ userSymbol: 'Classroom', serviceId: 'classroom', version: 'v1' }],
    scopes: [
      `${AUTH}/classroom.courses.readonly`,
      `${AUTH}/classroom.rosters.readonly`,
      `${AUTH}/classroom.profile.emails`,
      `${AUTH}/classroom.guardianlinks.students.readonly`,
    ],
  },
  // The only right with which mail can be deleted for good (docs/workspace/gmail/api/reference/rest/v1/users.messages/batchDelete).
  'mail-journal': { services: [], scopes: ['https://mail.google.com/'] },
};

interface Manifest {
  dependencies: { enabledAdvancedServices: object[] };
  oauthScopes: string[];
}

export function isOptionalService(name: string): name is OptionalService {
  return OPTIONAL_SERVICES.some((each) => each === name);
}

/** A manifest with more services switched on; the text as it was when there are none. */
export function withServices(manifest: string, services: readonly OptionalService[]): string {
  if (services.length === 0) return manifest;
  const parsed = JSON.parse(manifest) as Manifest;
  const wanted = OPTIONAL_SERVICES.filter((each) => services.includes(each)).map((each) => NEEDS[each]);
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
