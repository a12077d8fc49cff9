import type { ScriptData } from './data.ts';

/** A script project as it begins: no versions, deployments or triggers, nothing remembered and nothing granted. */
export function newScript(now: number, identity: Pick<ScriptData, 'id' | 'title' | 'container' | 'files'>): ScriptData {
  return {
    ...identity,
    versions: [],
    deployments: [],
    triggers: [],
    properties: { script: {}, user: {}, document: {} },
    cache: {},
    grants: {},
    createTime: now,
    updateTime: now,
  };
}
