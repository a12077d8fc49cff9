/** The part of `google.script` that pages use besides calls, which go through gas-client. */
declare namespace google.script.url {
  /** The web app's own query and fragment; the frame's address does not have them. */
  function getLocation(found: (location: { hash: string; parameter: Record<string, string>; parameters: Record<string, string[]> }) => void): void;
}
