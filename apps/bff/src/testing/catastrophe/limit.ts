import { jobSpans, throttleLimits, type ExpectedOutcome } from '@tresor/local-azure';
import { countsOf } from './choose';

interface Planned {
  outcome: ExpectedOutcome;
  wave: number;
  /** How old its recovery point was at the start, in milliseconds; not a number where it had none. */
  age: number;
}

/** What Azure is told for one machine at least: its restore is validated and begun, then network interface, machine and first backup. */
const WRITES_OF_ONE = 5;

/**
 * Milliseconds that a run takes at least, by the tables of Azure's job times and throttles: the longest way of a machine through its jobs,
 * behind the machines of an earlier wave, or what is told for all of a subscription at the pace at which Resource Manager takes it.
 */
export function shortestRun(machines: readonly Planned[]): number {
  const saved = machines.filter(({ outcome: { ends } }) => ends === 'running' || ends === 'data locked');
  const disksOf = ({ outcome: { diskGiB }, age }: Planned) => jobSpans.restore(sum(diskGiB), age < jobSpans.snapshotKept);
  let earlierUp = 0;
  let longest = 0;
  for (const wave of [...new Set(saved.map((one) => one.wave))].toSorted((a, b) => a - b)) {
    const ofWave = saved.filter((one) => one.wave === wave);
    const up = ofWave.map((one) => ({ one, at: Math.max(disksOf(one), earlierUp) + jobSpans.machine }));
    earlierUp = Math.max(...up.map(({ at }) => at));
    longest = Math.max(longest, ...up.map(({ one, at }) => at + backupOf(one)));
  }
  const { size, perSecond } = throttleLimits.writes;
  const bySubscription = countsOf(saved.map(({ outcome: { vmId } }) => vmId.split('/')[2] ?? ''));
  const throttled = Object.values(bySubscription).map((count) => ((count * WRITES_OF_ONE - size) / perSecond) * 1_000);
  return Math.max(longest, ...throttled);
}

/** Where the helpdesk may not let Azure Backup into the key vault, or give what opens the data, nothing is backed up. */
function backupOf({ outcome: { diskGiB, ends, keys } }: Planned): number {
  return ends === 'running' && keys !== 'service shut out' ? jobSpans.backup(diskGiB.length, sum(diskGiB)) : 0;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
