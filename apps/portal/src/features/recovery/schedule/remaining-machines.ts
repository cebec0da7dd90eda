import type { RecoveryMachineView } from '@tresor/contracts';
import type { Duration, Span, TimedStep } from '@tresor/support-matrix';
import { keyOfItem } from '../item-key';
import type { DurationOf, TimedMachine } from './planned-machines';

/** States in which a machine goes on by itself, now or once its turn has come. */
const ON_THE_WAY: ReadonlySet<RecoveryMachineView['state']> = new Set(['waiting', 'starting', 'disks', 'disks-there', 'running']);

/** Whether a restore takes longer than was ever seen: then nobody knows how long still. */
export const isOverdue = ({ state, begunAt }: RecoveryMachineView, durationOf: DurationOf, now: number): boolean =>
  state === 'disks' && begunAt !== null && now - Date.parse(begunAt) > durationOf('disks').high * 1_000;

/** What is left of a machine that goes on by itself, with the time that has passed taken off; null where it does not. `steps`: of its run; `now`: Azure’s time. */
export function remainingMachine(
  machine: RecoveryMachineView,
  durationOf: DurationOf,
  steps: readonly TimedStep[],
  now: number,
): TimedMachine | null {
  const { item, wave, state } = machine;
  if (!ON_THE_WAY.has(state)) return null;
  return {
    id: keyOfItem(item),
    name: item.vmName,
    wave,
    subscription: item.subscriptionId.toLowerCase(),
    steps: stepsLeft(machine, steps).map((step) => ({ step, span: spanLeft(machine, step, durationOf(step), now) })),
    // Which key vault it waits for is seen by the run alone.
    keys: null,
  };
}

function stepsLeft({ state, steps: seen }: RecoveryMachineView, steps: readonly TimedStep[]): TimedStep[] {
  if (state === 'running' && seen.length > 0) {
    return steps.filter((step) => seen.some((one) => one.step === step && one.state !== 'done'));
  }
  return steps.filter((step) => step !== 'disks' || state !== 'disks-there');
}

/** Before a machine was looked at, it may need its keys or not. */
const MAYBE: ReadonlySet<TimedStep> = new Set(['keys', 'encryption', 'after-care']);

function spanLeft({ state, steps, begunAt }: RecoveryMachineView, step: TimedStep, span: Duration, now: number): Duration {
  if (step === 'disks' && state === 'disks' && begunAt !== null) return { ...span, ...without(span, (now - Date.parse(begunAt)) / 1_000) };
  return steps.length === 0 && MAYBE.has(step) ? { ...span, low: 0 } : span;
}

const without = ({ low, expected, high }: Span, passed: number): Span => ({
  low: Math.max(0, low - passed),
  expected: Math.max(0, expected - passed),
  high: Math.max(0, high - passed),
});
