import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { api } from '../../api/api';
import { toProblemError, translated } from '../../api/problem-error';
import { recoveryPlanQuery } from '../../api/recovery-queries';
import { useLeadOn } from '../../blades/use-lead-on';
import { paths } from '../../map/paths';

/** A machine is ordered out of the run. */
export type Order = 'start' | 'approve' | 'pause' | 'cancel' | 'retry' | 'remove' | RecoveryMachineView['item'];

/** A plan that was there and is no more is as was asked: the first answer may have been lost. */
function unlessGone(error: unknown): void {
  if (toProblemError(error).problem.code !== 'recovery-plan-not-found') throw error;
}

/** The plan as it is after the order; null where that has deleted it. */
async function send(planId: string, plan: RecoveryPlan | undefined, wanted: Order): Promise<RecoveryPlan | null> {
  if (typeof wanted === 'object') return translated(api.recoveryPlans.takeOut({ planId, item: wanted }));
  if (wanted === 'approve' || wanted === 'start') return translated(api.recoveryPlans[wanted]({ planId, revision: plan?.revision ?? 0 }));
  if (wanted !== 'remove') return translated(api.recoveryPlans[wanted]({ planId }));
  await translated(api.recoveryPlans.remove({ planId })).catch(unlessGone);
  return null;
}

/** Gives a run an order; `onDone`: it has been accepted. */
export function useRunOrder(planId: string, plan: RecoveryPlan | undefined, onDone: () => void) {
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const { queryKey } = recoveryPlanQuery(planId);
  return useMutation({
    mutationFn: (wanted: Order) => send(planId, plan, wanted),
    onSuccess(answer) {
      onDone();
      void client.invalidateQueries({ queryKey: ['recovery-plans'], exact: true });
      if (answer !== null) {
        client.setQueryData(queryKey, answer);
        return;
      }
      void client.invalidateQueries({ queryKey: ['removed-recovery-plans'] });
      // What has run can still be read.
      if (plan?.startedAt != null) void client.invalidateQueries({ queryKey });
      void leadOn(paths.recoveryPlans());
    },
    // It may not be any more what was looked at.
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}
