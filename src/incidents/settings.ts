/** How the school works its cases. What a policy or a rule leaves to the school is a setting here, with the ruling as its usual value. */
export interface IncidentSettings {
  /** Minutes after which an urgent concern that nobody has opened goes to the next person, at any hour (rule 3). */
  urgentMinutes: number;
  /** Reporting without a name. */
  allowNameless: boolean;
  /** How people stand on the desk: not at all, initials and class, or names. */
  peopleOnDesk: 'none' | 'initials' | 'names';
  /** Nothing can be changed on the desk Sheets. */
  deskViewOnly: boolean;
  /** How often the log is reviewed (B15). */
  reviewEvery: 'half term' | 'term';
  /** Years after birth until a pupil's case is reviewed for keeping; years after closing for everybody else's (rule 15). */
  pupilYears: number;
  adultYears: number;
  /** How the five days of a transfer are counted (rule 5). */
  transferDays: 'school days' | 'working days';
  /** Calendar months for answering somebody who asks what is recorded about them (rulings: subject access). */
  accessMonths: number;
  /** Counts below this are hidden in versions for governors and the local authority (B16). */
  smallCount: number;
  /** Day of the weekly digest, 1 Monday to 5 Friday (rule 21). */
  digestDay: number;
  /** Rule 14: only when its commencement has been checked. */
  dutyToReport: boolean;
}

export const USUAL_INCIDENT_SETTINGS: IncidentSettings = {
  urgentMinutes: 30,
  allowNameless: false,
  peopleOnDesk: 'initials',
  deskViewOnly: false,
  reviewEvery: 'half term',
  pupilYears: 25,
  adultYears: 10,
  transferDays: 'school days',
  accessMonths: 1,
  smallCount: 5,
  digestDay: 1,
  dutyToReport: false,
};
