/**
 * What is to go wrong in a run. `at` counts the run's remote calls from 1.
 * - `fails before`: the call throws and had no effect.
 * - `fails after`: the call throws although it had its effect ("never assume that a failed call had no effect").
 * - `dies before` / `dies after`: the whole run ends there; no `catch` or `finally` of the script runs.
 * - `meanwhile`: another run happens just before the call.
 */
export type Fault = { at: number; kind: 'fails before' | 'fails after' | 'dies before' | 'dies after' } | { at: number; kind: 'meanwhile'; run: () => void };
