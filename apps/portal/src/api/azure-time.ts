import { watchers } from '../watchers';

const HOUR = 3_600_000;
/** Clocks that are meant to be the same differ by less. */
const SAME_CLOCK_MS = 5 * 60_000;

let ahead = 0;
let turns = 0;
const watching = watchers();

/** What the server says the time at Azure is; without a word of it the last one holds. */
export function noteAzureTime(stated: string | null): void {
  const there = Date.parse(stated ?? '');
  if (Number.isNaN(there)) return;
  const before = ahead;
  ahead = there - Date.now();
  if (Math.abs(ahead - before) < HOUR) return;
  turns += 1;
  watching.tell();
}

/** Milliseconds since 1970 by Azure's clock, by which policies run; by the browser's until Azure's is known. */
export const azureNow = (): number => Date.now() + ahead;

/** A moment of the browser's clock by Azure's. */
export const byAzure = (moment: number): Date => new Date(moment + ahead);

/** Whether Azure's clock is another than the one on the wall, as in a world whose time runs faster. */
export const isAzureElsewhere = (): boolean => Math.abs(ahead) > SAME_CLOCK_MS;

/** How often Azure's clock was found to stand elsewhere than was believed, the first time included. */
export const azureTurns = (): number => turns;

export const whenAzureTurns = watching.add;
