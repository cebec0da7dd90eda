/**
 * What this checkout holds, or a tool has written for it, as it was written. What others answer is parsed by a schema instead.
 * @type {<T>(text: string) => T}
 */
export const readBack = JSON.parse;
