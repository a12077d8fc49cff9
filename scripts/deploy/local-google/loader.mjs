/** Whoever imports `googleapis` gets the clients of `googleapis.mjs`. */
export function resolve(specifier, context, next) {
  if (specifier !== 'googleapis') return next(specifier, context);
  return { url: new URL('./googleapis.mjs', import.meta.url).href, shortCircuit: true };
}
