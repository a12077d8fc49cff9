export interface CourseData {
  id: string;
  name: string;
  section: string;
  ownerId: string;
  courseState: 'ACTIVE' | 'ARCHIVED' | 'PROVISIONED' | 'DECLINED' | 'SUSPENDED';
  teachers: string[];
  students: string[];
  guardians: Record<string, string[]>;
  calendarId?: string;
  descriptionHeading?: string;
  description?: string;
  room?: string;
  /** `d:` for the domain's, `p:` for one project's. */
  aliases?: string[];
  creationTime?: number;
  updateTime?: number;
  /** What stands in the stream, newest last. */
  posts?: CoursePostData[];
}

export interface CoursePostData {
  id: string;
  kind: 'material' | 'announcement' | 'assignment';
  /** Materials and assignments have a title, announcements a text. */
  title?: string;
  text?: string;
  description?: string;
  materials: { link: { url: string } }[];
  state: 'PUBLISHED' | 'DRAFT' | 'DELETED';
  creator: string;
  /** The script whose Cloud project made it; none when it was made in Classroom itself. */
  app?: string;
  creationTime: number;
  updateTime?: number;
  attachments?: AddOnAttachmentData[];
}

export interface AddOnAttachmentData {
  id: string;
  /** The script whose Cloud project made it. */
  app: string;
  title: string;
  teacherViewUri: string;
  studentViewUri: string;
}

/** What Classroom knows beside its courses. */
export interface ClassroomData {
  addOns: ClassroomAddOnData[];
  /** Tokens given to add-ons that were opened to make an attachment. */
  tokens: Record<string, AddOnTokenData>;
  /** Scripts whose Cloud projects are in the Developer Preview Program. */
  previewProjects: string[];
}

/** A Marketplace listing with a Classroom add-on (docs/workspace/classroom/add-ons/developer-guides/project-configuration.md, "App Integration"). */
export interface ClassroomAddOnData {
  /** The script whose Cloud project the listing stands in: an attachment belongs to it. */
  app: string;
  name: string;
  /** What the Attachment Discovery iframe opens. */
  attachmentSetupUri: string;
  /** Literal beginnings of the addresses an attachment may have: no wild cards. */
  allowedUriPrefixes: string[];
  /** Organisational units that an administrator has installed it for. */
  installedFor: string[];
}

export interface AddOnTokenData {
  app: string;
  courseId: string;
  itemId: string;
  /** Whom the iframe was opened for. */
  email: string;
  expires: number;
}
