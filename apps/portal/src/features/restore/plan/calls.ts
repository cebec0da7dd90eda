import type { Restore, RestorePlan, RestoreStep } from '@tresor/contracts';

/** What a person is to be told of a restore that is not looked at: that it needs somebody, or that it is over; nothing of one that was removed again. Null: it goes on. */
export type Call = { kind: 'turn'; step: RestoreStep } | { kind: 'waiting' } | { kind: 'done' } | { kind: 'removed' };

export function callOf({ next }: Pick<Restore, 'next'>, plan: RestorePlan | null): Call | null {
  if (next.kind === 'removed') return { kind: 'removed' };
  if (next.kind === 'done' || plan?.standing.state === 'done') return { kind: 'done' };
  switch (plan?.standing.state) {
    case 'running':
      return null;
    case 'waiting':
      // Anyone who has the rights and looks goes on with it.
      return plan.lacking.length === 0 ? null : { kind: 'waiting' };
    case 'needs-person':
      return { kind: 'turn', step: plan.standing.stop.step };
    default:
      return next.kind === 'command' || next.kind === 'stuck' ? { kind: 'turn', step: next.step } : null;
  }
}
