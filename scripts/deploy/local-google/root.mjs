const address = process.env.HANDRAIL_GOOGLE;
if (!address) throw new Error('HANDRAIL_GOOGLE names no local school.');

/** The address that stands for Google's, with a slash at its end. */
export const root = `${address.replace(/\/$/, '')}/`;
