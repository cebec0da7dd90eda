import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import type { Message } from '../../language/messages';
import { planMessages as messages } from './plan-messages';
import { isKeptFile } from './rehearsal/kept-files';

const OPEN: readonly RecoveryMachineView['state'][] = ['refused', 'needs-person'];

const isOn = ({ standing: { state } }: RecoveryPlan): boolean => state === 'running' || state === 'waiting';

/** Whether something of a rehearsal may still stand. */
const isThere = ({ rehearsal }: RecoveryPlan): boolean => rehearsal !== null && rehearsal.phase !== 'removed';

/** What an order that failed amid its work did not come to is stopped by ordering it again. */
const someGoOn = ({ machines }: RecoveryPlan): boolean => machines.some(({ state }) => state === 'running' || state === 'held');

/** Why the person can give a run no order at all; undefined where they can. */
export function whyNoOrder({ removed, mayRun }: RecoveryPlan): Message | undefined {
  if (removed !== null) return messages.isRemoved;
  return mayRun ? undefined : messages.mayNot;
}

export function whyNotApprove({ removed, rehearsal, standing, mine }: RecoveryPlan): Message | undefined {
  if (removed !== null) return messages.isRemoved;
  if (rehearsal !== null) return messages.rehearsalNeedsNone;
  if (standing.state !== 'planned') return messages.begun;
  if (mine.isPartlyOwn) return messages.ownPlan;
  return mine.isApproved ? messages.approvedAlready : undefined;
}

export function whyNotPause(plan: RecoveryPlan): Message | undefined {
  const { state } = plan.standing;
  if (state === 'planned') return messages.notBegun;
  if (state === 'paused') return someGoOn(plan) ? undefined : messages.isPaused;
  return isOn(plan) ? undefined : messages.isOver;
}

export function whyNotCancel(plan: RecoveryPlan): Message | undefined {
  const { state } = plan.standing;
  if (plan.rehearsal?.phase === 'removing') return messages.isRemoving;
  const isOpen = state === 'paused' || (state === 'cancelled' && (isThere(plan) || someGoOn(plan)));
  return isOpen ? undefined : whyNotPause(plan);
}

export function whyNotRetry({ rehearsal, standing: { state }, machines }: RecoveryPlan): Message | undefined {
  if (rehearsal?.phase === 'removing') return messages.isRemoving;
  if (rehearsal?.phase === 'removed') return rehearsal.left.every(isKeptFile) ? messages.nothingOpen : undefined;
  if (state === 'planned') return messages.notBegun;
  if (state === 'paused') return messages.pausedFirst;
  if (state === 'cancelled') return messages.isOver;
  return machines.some((machine) => OPEN.includes(machine.state)) ? undefined : messages.nothingOpen;
}

export const whyNotRemove = (plan: RecoveryPlan): Message | undefined => (isOn(plan) || isThere(plan) ? messages.isRunning : undefined);

export const isToStart = ({ removed, standing: { state } }: RecoveryPlan): boolean =>
  removed === null && (state === 'planned' || state === 'paused');

/** Whether the person can take machines out of the run. */
export function mayTakeOut(plan: RecoveryPlan): boolean {
  const { rehearsal, standing } = plan;
  if (whyNoOrder(plan) !== undefined || (rehearsal !== null && rehearsal.phase !== 'running')) return false;
  return isOn(plan) || standing.state === 'paused' || standing.state === 'ended';
}
