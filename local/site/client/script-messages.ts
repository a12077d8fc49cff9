import type { FormFields } from '../../apps-script/web-app/transfer.ts';

/** What the page of a web app and the site's page around it tell each other. */

/** docs/apps-script/guides/html/reference/url.md: the location object. */
export interface ScriptLocation {
  hash: string;
  parameter: Record<string, string>;
  parameters: Record<string, string[]>;
}

export type CallAnswer = { ok: true; value: unknown } | { ok: false; message: string };

export type FromFrame =
  | { kind: 'ready' }
  | { kind: 'call'; id: number; fn: string; args?: unknown[]; form?: FormFields }
  | { kind: 'location'; id: number }
  | { kind: 'history'; replace: boolean; state: unknown; params: Record<string, string | string[]> | null; hash: string | null };

export type ToFrame =
  | { kind: 'page'; html: string }
  | { kind: 'answer'; id: number; answer: CallAnswer }
  | { kind: 'location'; id: number; location: ScriptLocation }
  | { kind: 'history'; state: unknown; location: ScriptLocation };

/** What the page around is given to start with. */
export interface HostConfig {
  html: string;
  /** Where calls are posted. */
  callUrl: string;
}
