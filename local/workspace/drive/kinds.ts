import type { PermissionData } from '../data.ts';

export const MIME = {
  folder: 'application/vnd.google-apps.folder',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
  script: 'application/vnd.google-apps.script',
  shortcut: 'application/vnd.google-apps.shortcut',
} as const;

export type Role = PermissionData['role'];
export const RANK: Record<Role, number> = { reader: 1, commenter: 2, writer: 3, owner: 4 };
