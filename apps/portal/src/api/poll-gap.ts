import type { RecoverySummary, RestorePlan, StepView } from '@tresor/contracts';
import { azureNow } from './azure-time';

const POLL_MS = 3_000;
const LONGEST_POLL_MS = 300_000;
/** Ten minutes in which something that runs is watched closely. */
const CLOSE_LOOKS = 200;

/** How soon it is noticed that somebody else has taken a step that waits for a person. */
const WAITING_MS = 5_000;

/** Milliseconds until a restore is looked at again: not at all once everything is done or nothing more can come of it. */
export function restoreGap(steps: readonly Pick<StepView, 'state'>[] | undefined, looks: number): number | false {
  const has = (wanted: StepView['state']) => steps?.some(({ state }) => state === wanted) ?? false;
  if (has('running')) return pollGap(looks);
  return has('ready') || has('failed') ? WAITING_MS : false;
}

/** Milliseconds until a plan is looked at again: not at all once it is over. */
export function planGap(standing: RestorePlan['standing'] | undefined): number | false {
  if (standing?.state === 'needs-person') return standing.stop.reason === 'rehearsal-removed' ? false : WAITING_MS;
  return standing?.state === 'running' || standing?.state === 'waiting' ? WAITING_MS : false;
}

const RUN_MS = 3_000;
/** How soon it is noticed that somebody else lets a paused plan go on. */
const PAUSED_MS = 30_000;

/** Milliseconds until plans that bring many machines back are looked at again: not at all where none of them goes on, nor can. */
export function runGap(...states: readonly (RecoverySummary['standing']['state'] | undefined)[]): number | false {
  if (states.some((state) => state === 'running' || state === 'waiting')) return RUN_MS;
  return states.includes('paused') ? PAUSED_MS : false;
}

/** Milliseconds until something that runs is looked at again after so many looks: more and more seldom where it takes its time. */
export const pollGap = (looks: number): number => Math.min(LONGEST_POLL_MS, POLL_MS * 1.1 ** Math.max(0, looks - CLOSE_LOOKS));

interface Looked {
  state: { dataUpdateCount: number };
}

const lastChanges = new WeakMap<Looked, { told: string; looks: number }>();

/** How often a query was looked at since it tells the same of what runs. */
export function looksAtSame(query: Looked, told: string): number {
  const { dataUpdateCount: looks } = query.state;
  const last = lastChanges.get(query);
  if (last?.told === told) return looks - last.looks;
  lastChanges.set(query, { told, looks });
  return 0;
}

/** Milliseconds until a list of what may run is looked at again: not at all where nothing does. */
export const listGap = (query: Looked, running: readonly string[]): number | false =>
  running.length > 0 && pollGap(looksAtSame(query, running.join(' ')));

const SHORTEST_EFFECT_MS = 5_000;
const LONGEST_EFFECT_MS = 60_000;

/** When to look again whether access that was given lately counts; false where all of it does. */
export function effectGap(moments: readonly (string | null)[]): number | false {
  const open = moments.flatMap((moment) => (moment === null ? [] : [Date.parse(moment)]));
  if (open.length === 0) return false;
  return Math.min(Math.max(Math.min(...open) - azureNow(), SHORTEST_EFFECT_MS), LONGEST_EFFECT_MS);
}
