/** The environment variable that names the folder of a run of the tests. */
export const MADE_ONCE: string;
