export interface PermissionData {
  id: string;
  type: 'user' | 'group' | 'domain' | 'anyone';
  role: 'owner' | 'writer' | 'commenter' | 'reader';
  /** Set for user and group. */
  emailAddress?: string;
  /** Set for domain. */
  domain?: string;
  /** `published` is the permission to answer a published form, not to see its file. */
  view?: 'published' | 'metadata';
  allowFileDiscovery?: boolean;
}

export interface FileData {
  id: string;
  name: string;
  mimeType: string;
  description: string;
  /** One parent, or none for the root folder and for files that were only shared. */
  parents: string[];
  owner: string;
  permissions: PermissionData[];
  /** Put in the bin itself; what lies in a binned folder is binned too (`Drive.isTrashed`). */
  trashed: boolean;
  /** Accounts that starred it: a star is one's own. */
  starredBy: string[];
  createdTime: number;
  modifiedTime: number;
  lastModifyingUser: string;
  /** Uploaded content, base64. Google's own types (Sheets, Forms, scripts) keep theirs elsewhere. */
  content?: string;
  /** Text of a Google Doc that is nothing but lines; of any other, `WorkspaceData.documents` holds what is in it. */
  text?: string;
  /** Private to each app (a script project or an OAuth client): app → key → value. */
  appProperties: Record<string, Record<string, string>>;
  properties: Record<string, string>;
  /** Apps that made this file, or were given it to open: all that the scope `drive.file` reaches. */
  apps: string[];
  writersCanShare: boolean;
  copyRequiresWriterPermission: boolean;
  downloadRestrictions?: { restrictedForReaders: boolean; restrictedForWriters: boolean };
  contentRestrictions?: { readOnly: boolean; ownerRestricted: boolean; reason?: string };
  inheritedPermissionsDisabled?: boolean;
  shortcutTarget?: string;
}
