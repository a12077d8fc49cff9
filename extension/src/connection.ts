import { addressFrom } from './office-address.ts';

declare const __OFFICE__: string;

/**
 * Where the office answers: as the school's policy says, else as built in.
 * @returns null when there is neither, or what there is cannot be such an address
 */
export async function officeAddress(): Promise<string | null> {
  // Without a policy there may be no managed storage to read.
  const { officeAddress: set } = await chrome.storage.managed.get('officeAddress').catch((): Record<string, unknown> => ({}));
  return addressFrom(set) ?? addressFrom(__OFFICE__);
}
