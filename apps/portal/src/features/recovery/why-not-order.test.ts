import type { RecoveryPlan } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { recoveryMachineOf, recoveryPlanOf } from '../../testing/recovery-plan';
import { planMessages as messages } from './plan-messages';
import { isToStart, mayTakeOut, whyNoOrder, whyNotApprove, whyNotCancel, whyNotPause, whyNotRemove, whyNotRetry } from './why-not-order';

const at = '2026-11-24T02:00:00Z';
const by = { name: 'Adele Vance', username: 'adele@contoso.com' };
const running: RecoveryPlan['standing'] = { state: 'running', inNameOf: by, until: at };
const cancelled: RecoveryPlan['standing'] = { state: 'cancelled', by, at };
const goingOn = { machines: [recoveryMachineOf('Build1', { state: 'running' })] };
const mine = { isMade: false, isChanged: false, isPartlyOwn: false, isApproved: false };

test('a plan that nobody has started is started, reviewed or deleted, but neither paused, cancelled nor retried', () => {
  const plan = recoveryPlanOf(['Build1']);
  expect(isToStart(plan)).toBe(true);
  expect([whyNoOrder, whyNotApprove, whyNotRemove].map((why) => why(plan))).toEqual([undefined, undefined, undefined]);
  expect([whyNotPause, whyNotCancel, whyNotRetry].map((why) => why(plan))).toEqual(Array(3).fill(messages.notBegun));
  expect(mayTakeOut(plan)).toBe(false);
});

test('nobody reviews what they had a part in, or what is reviewed already', () => {
  expect(whyNotApprove(recoveryPlanOf([], { mine: { ...mine, isPartlyOwn: true } }))).toBe(messages.ownPlan);
  expect(whyNotApprove(recoveryPlanOf([], { mine: { ...mine, isApproved: true } }))).toBe(messages.approvedAlready);
});

test('what goes on is paused or cancelled, and not deleted', () => {
  const plan = recoveryPlanOf(['Build1'], { standing: running });
  expect([whyNotPause(plan), whyNotCancel(plan)]).toEqual([undefined, undefined]);
  expect(whyNotRemove(plan)).toBe(messages.isRunning);
  expect(mayTakeOut(plan)).toBe(true);
});

test('a run that was cancelled and in which a machine still goes on is cancelled once more', () => {
  expect(whyNotCancel(recoveryPlanOf(['Build1'], { standing: cancelled }))).toBe(messages.isOver);
  expect(whyNotCancel(recoveryPlanOf([], { standing: cancelled, ...goingOn }))).toBeUndefined();
});

const whyNotRetryOf = (state: 'done' | 'refused') =>
  whyNotRetry(recoveryPlanOf([], { standing: running, machines: [recoveryMachineOf('Build1', { state })] }));

test('only what is open is retried', () => {
  expect(whyNotRetryOf('done')).toBe(messages.nothingOpen);
  expect(whyNotRetryOf('refused')).toBeUndefined();
});
