declare const __BUILD__: string;

/** Names the code that runs: the build puts a fingerprint of itself here. */
export const BUILD = __BUILD__;
