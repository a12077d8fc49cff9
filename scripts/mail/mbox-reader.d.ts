/** The package has no types of its own; these are the parts used here. */
declare module 'mbox-reader' {
  export function mboxReader(input: NodeJS.ReadableStream, options?: { gz?: boolean }): AsyncGenerator<{ content: Buffer }>;
}
