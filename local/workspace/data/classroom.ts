export interface CourseData {
  id: string;
  name: string;
  section: string;
  ownerId: string;
  courseState: 'ACTIVE' | 'ARCHIVED' | 'PROVISIONED' | 'DECLINED';
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
  /** Class materials and announcements, newest last. */
  posts?: CoursePostData[];
}

export interface CoursePostData {
  id: string;
  kind: 'material' | 'announcement';
  /** Materials have a title, announcements a text. */
  title?: string;
  text?: string;
  description?: string;
  materials: { link: { url: string; title?: string } }[];
  state: 'PUBLISHED' | 'DRAFT';
  creator: string;
  creationTime: number;
}
