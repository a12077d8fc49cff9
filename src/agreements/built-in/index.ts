import type { AgreementText } from '../agreement.ts';
import type { Audience } from '../audience.ts';
import { governorAgreement, supplyAgreement, volunteerAgreement } from './governors-and-helpers.ts';
import { externalAgreement, photographerAgreement, visitorAgreement } from './guests.ts';
import { parentAgreement } from './parent.ts';
import { classAgreement, ks1Agreement, ks2Agreement, secondaryAgreement } from './pupils.ts';
import { staffAgreement } from './staff.ts';
import { technicianAgreement } from './technician.ts';

/**
 * The text a school starts with for each audience, in our own words: what they cover is what schools' own agreements cover (A1 to A9).
 * A school may put its own in the place of any of them (A10).
 */
export const BUILT_IN: Readonly<Record<Audience, AgreementText>> = {
  staff: staffAgreement,
  technician: technicianAgreement,
  governor: governorAgreement,
  volunteer: volunteerAgreement,
  supply: supplyAgreement,
  visitor: visitorAgreement,
  external: externalAgreement,
  photographer: photographerAgreement,
  ks1: ks1Agreement,
  ks2: ks2Agreement,
  secondary: secondaryAgreement,
  class: classAgreement,
  parent: parentAgreement,
};
