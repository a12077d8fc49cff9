import type { ScriptData } from '../workspace/data.ts';
import { badRequest } from '../workspace/drive/refusals.ts';
import { ApiError } from '../workspace/errors.ts';
import type { ApiMethod, Caller } from './api.ts';
import { pageOf } from './paging.ts';
import { readParameters } from './parameters.ts';
import { contentIn, contentResource, deploymentResource, projectResource, versionResource } from './script/resources.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const PROJECTS = [`${AUTH}script.projects`];
const READ_PROJECTS = [...PROJECTS, `${AUTH}script.projects.readonly`];
const DEPLOYMENTS = [`${AUTH}script.deployments`];
const READ_DEPLOYMENTS = [...DEPLOYMENTS, `${AUTH}script.deployments.readonly`];
const PAGED = { pageSize: 'integer', pageToken: 'string' } as const;

/** A method that only those may call who have let the API at their scripts (docs/apps-script/api/how-tos/enable.md). */
function method(description: Omit<ApiMethod, 'call'>, call: ApiMethod['call']): ApiMethod {
  return {
    ...description,
    call(caller, request) {
      if (!caller.workspace.people.find(caller.email)?.appsScriptApi) {
        throw new ApiError(
          403,
          'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
        );
      }
      return call(caller, request);
    },
  };
}

/** The Apps Script API v1 (docs/apps-script/api/reference/rest.md), as far as pushing and deploying code goes. */
export const scriptApi: ApiMethod[] = [
  method({ id: 'script.projects.create', verb: 'POST', path: '/v1/projects', scopes: PROJECTS, body: true }, (caller, { body, query }) => {
    readParameters(query, {});
    const { title = 'Untitled project', parentId } = objectIn(body);
    const script = caller.workspace.scripts.create(caller.email, String(title), parentId === undefined ? undefined : String(parentId));
    return projectResource(caller, script);
  }),
  method({ id: 'script.projects.get', verb: 'GET', path: '/v1/projects/{scriptId}', scopes: READ_PROJECTS }, (caller, { path, query }) => {
    readParameters(query, {});
    return projectResource(caller, scriptAt(caller, path));
  }),
  method({ id: 'script.projects.getContent', verb: 'GET', path: '/v1/projects/{scriptId}/content', scopes: READ_PROJECTS }, (caller, { path, query }) => {
    const { versionNumber } = readParameters(query, { versionNumber: 'integer' });
    const script = scriptAt(caller, path);
    return contentResource(script.id, versionNumber === undefined ? script.files : caller.workspace.scripts.version(script, versionNumber).files);
  }),
  method(
    { id: 'script.projects.updateContent', verb: 'PUT', path: '/v1/projects/{scriptId}/content', scopes: PROJECTS, body: true },
    (caller, { path, query, body }) => {
      readParameters(query, {});
      const script = caller.workspace.scripts.setContent(caller.email, path['scriptId'] ?? '', contentIn(body));
      return contentResource(script.id, script.files);
    },
  ),
  method(
    { id: 'script.projects.versions.create', verb: 'POST', path: '/v1/projects/{scriptId}/versions', scopes: PROJECTS, body: true },
    (caller, { path, query, body }) => {
      readParameters(query, {});
      const version = caller.workspace.scripts.createVersion(caller.email, path['scriptId'] ?? '', String(objectIn(body)['description'] ?? ''));
      return versionResource(path['scriptId'] ?? '', version);
    },
  ),
  method({ id: 'script.projects.versions.list', verb: 'GET', path: '/v1/projects/{scriptId}/versions', scopes: READ_PROJECTS }, (caller, { path, query }) => {
    const { pageSize = 50, pageToken } = readParameters(query, PAGED);
    const script = scriptAt(caller, path);
    const { items, nextPageToken } = pageOf([...script.versions].reverse(), pageSize, pageToken);
    return { versions: items.map((each) => versionResource(script.id, each)), nextPageToken };
  }),
  method(
    { id: 'script.projects.versions.get', verb: 'GET', path: '/v1/projects/{scriptId}/versions/{versionNumber}', scopes: READ_PROJECTS },
    (caller, { path, query }) => {
      readParameters(query, {});
      const script = scriptAt(caller, path);
      return versionResource(script.id, caller.workspace.scripts.version(script, Number(path['versionNumber'])));
    },
  ),
  method(
    { id: 'script.projects.deployments.create', verb: 'POST', path: '/v1/projects/{scriptId}/deployments', scopes: DEPLOYMENTS, body: true },
    (caller, { path, query, body }) => {
      readParameters(query, {});
      const script = scriptAt(caller, path);
      const { versionNumber, description } = deploymentConfigIn(body);
      return deploymentResource(caller, script, caller.workspace.scripts.deploy(caller.email, script.id, versionNumber, description));
    },
  ),
  method(
    { id: 'script.projects.deployments.list', verb: 'GET', path: '/v1/projects/{scriptId}/deployments', scopes: READ_DEPLOYMENTS },
    (caller, { path, query }) => {
      const { pageSize = 50, pageToken } = readParameters(query, PAGED);
      const script = scriptAt(caller, path);
      const { items, nextPageToken } = pageOf(script.deployments, pageSize, pageToken);
      return { deployments: items.map((each) => deploymentResource(caller, script, each)), nextPageToken };
    },
  ),
  method(
    { id: 'script.projects.deployments.get', verb: 'GET', path: '/v1/projects/{scriptId}/deployments/{deploymentId}', scopes: READ_DEPLOYMENTS },
    (caller, { path, query }) => {
      readParameters(query, {});
      const script = scriptAt(caller, path);
      return deploymentResource(caller, script, caller.workspace.scripts.deployment(script, path['deploymentId'] ?? ''));
    },
  ),
  method(
    { id: 'script.projects.deployments.update', verb: 'PUT', path: '/v1/projects/{scriptId}/deployments/{deploymentId}', scopes: DEPLOYMENTS, body: true },
    (caller, { path, query, body }) => {
      readParameters(query, {});
      const script = scriptAt(caller, path);
      const { versionNumber, description } = deploymentConfigIn(objectIn(body)['deploymentConfig']);
      const { deploymentId = '' } = path;
      return deploymentResource(caller, script, caller.workspace.scripts.redeploy(caller.email, script.id, deploymentId, versionNumber, description));
    },
  ),
  method(
    { id: 'script.projects.deployments.delete', verb: 'DELETE', path: '/v1/projects/{scriptId}/deployments/{deploymentId}', scopes: DEPLOYMENTS },
    (caller, { path, query }) => {
      readParameters(query, {});
      caller.workspace.scripts.undeploy(caller.email, path['scriptId'] ?? '', path['deploymentId'] ?? '');
      return {};
    },
  ),
];

function scriptAt({ workspace, email }: Caller, path: Record<string, string>): ScriptData {
  return workspace.scripts.get(email, path['scriptId'] ?? '');
}

function objectIn(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw badRequest('Invalid JSON payload received.');
  return value as Record<string, unknown>;
}

/** A DeploymentConfig; the version must be named, since the deployment of HEAD is there already. */
function deploymentConfigIn(value: unknown): { versionNumber: number; description: string } {
  const { versionNumber, description = '', manifestFileName = 'appsscript' } = objectIn(value);
  if (!Number.isInteger(Number(versionNumber)) || manifestFileName !== 'appsscript') throw badRequest('Request contains an invalid argument.');
  return { versionNumber: Number(versionNumber), description: String(description) };
}
