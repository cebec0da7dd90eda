import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { keyOfItem } from '../item-key';

const OPEN: readonly RecoveryMachineView['state'][] = ['needs-person', 'refused'];

/** What of a run somebody is told who does not look at it. */
export interface RunCalls {
  standing: 'goes-on' | 'sign-in' | 'ended' | 'cancelled';
  /** The machines that do not go on by themselves. */
  open: ReadonlySet<string>;
}

const STANDING: Partial<Record<RecoveryPlan['standing']['state'], RunCalls['standing']>> = {
  waiting: 'sign-in',
  ended: 'ended',
  cancelled: 'cancelled',
};

/** `isLeaving`: this tab goes to the sign-in, and what runs waits for it; what is paused does not. */
export const callsOf = ({ standing: { state }, machines }: Pick<RecoveryPlan, 'standing' | 'machines'>, isLeaving = false): RunCalls => ({
  standing: isLeaving && state === 'running' ? 'sign-in' : (STANDING[state] ?? 'goes-on'),
  open: new Set(machines.filter(({ state }) => OPEN.includes(state)).map(({ item }) => keyOfItem(item))),
});

/** What is new between two looks; that a person helped is none. The end says all that came of it, and more than one thing is not told at once. */
export function newsOf(before: RunCalls, now: RunCalls): Exclude<RunCalls['standing'], 'goes-on'> | 'person' | null {
  if (now.standing !== 'goes-on') return now.standing === before.standing ? null : now.standing;
  return [...now.open].some((key) => !before.open.has(key)) ? 'person' : null;
}

/** Whether nothing of a run is to come. */
export const isOver = ({ standing: { state }, removed }: Pick<RecoveryPlan, 'standing' | 'removed'>): boolean =>
  removed !== null || state === 'ended' || state === 'cancelled';
