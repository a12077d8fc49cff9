/** The script's own part of a stack trace: what the services are made of is none of its business. */
export function scriptStack(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || /\.gs:\d+/.test(line))
    .join('\n');
}
