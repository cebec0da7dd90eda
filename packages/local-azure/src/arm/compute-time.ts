/** Compute writes its times with an offset where others write `Z`, and like them without trailing zeros. */
export const computeTime = (moment: number): string => new Date(moment).toISOString().replace(/\.?0{0,3}Z$/, '+00:00');
