import { azureNow } from './azure-time';

const SHORTEST_MS = 5_000;
const LONGEST_MS = 60_000;

/** When to look again whether access that was given lately counts; false where all of it does. */
export function effectGap(moments: readonly (string | null)[]): number | false {
  const open = moments.flatMap((moment) => (moment === null ? [] : [Date.parse(moment)]));
  if (open.length === 0) return false;
  return Math.min(Math.max(Math.min(...open) - azureNow(), SHORTEST_MS), LONGEST_MS);
}
