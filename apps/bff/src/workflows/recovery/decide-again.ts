import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import type { RecoveryMachineRecord } from '../../store/recovery-plans';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { vaultOf } from './machine-key';

const PARALLEL = 4;

/** Lets the restores of machines go on by the same answers, decided once more. */
export async function decideAgain(
  restores: RestorePlanService,
  azure: AzureSession,
  machines: readonly RecoveryMachineRecord[],
): Promise<void> {
  await pLimit(PARALLEL).map(machines, async ({ item, jobId }) => {
    if (jobId === null) return;
    const of = { azure, vault: vaultOf(item), jobId };
    const plan = await restores.look(of);
    if (plan) await restores.decide(of, plan.record.answers);
  });
}
