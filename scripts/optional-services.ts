/** Parts of Google that the office can take people from, where the school lets the role account look there. */
export const OPTIONAL_SERVICES = ['directory', 'classroom'] as const;
export type OptionalService = (typeof OPTIONAL_SERVICES)[number];

/** What each adds to the manifest: the advanced service, and the rights to read with. */
const NEEDS: Record<OptionalService, { service: object; scopes: readonly string[] }> = {
  directory: {
    service: { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
    scopes: ['admin.directory.user.readonly'],
  },
  classroom: {
    service: { userSymbol: 'Classroom', serviceId: 'classroom', version: 'v1' },
    scopes: ['classroom.courses.readonly', 'classroom.rosters.readonly', 'classroom.profile.emails', 'classroom.guardianlinks.students.readonly'],
  },
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
      dependencies: { ...parsed.dependencies, enabledAdvancedServices: [...enabledAdvancedServices, ...wanted.map(({ service }) => service)] },
      oauthScopes: [...parsed.oauthScopes, ...wanted.flatMap(({ scopes }) => scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`))],
    },
    null,
    2,
  );
}
