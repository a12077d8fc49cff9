import vm from 'node:vm';

/** The process's own environment: a test runner hands its tests a copy of it, and V8 hears of changes to the real one only. */
const environment = vm.runInThisContext('process.env') as NodeJS.ProcessEnv;

/**
 * Does `work` with `zone` as V8's time zone, so that `new Date(2026, 2, 29)` and `getHours()` mean the script's clock and not
 * this machine's (docs/apps-script/concepts/manifests.md, `timeZone`), and puts back the zone before, whatever happens.
 */
export function inZone<T>(zone: string, work: () => T): T {
  const before = environment['TZ'];
  if (before === zone) return work();
  environment['TZ'] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete environment['TZ'];
    else environment['TZ'] = before;
  }
}
