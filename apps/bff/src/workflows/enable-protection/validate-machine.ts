import { judgeVirtualMachine } from '@tresor/support-matrix';
import { readAgents } from '../../azure/machines/agents';
import { preValidate } from '../../azure/items/protection';
import type { MachineRecord } from '../../store/batches';
import type { Candidate } from './judge-machines';
import { paced, refused } from './paced';
import type { Run } from './run-context';

/**
 * ARM counts a pre-validation as a write, from the same bucket of 200 as the order that follows. Up to half of it both fit; beyond,
 * every machine would cost two turns at the throttle, and the machine's own report, a read, tells what is left to ask.
 */
const MOST_PRE_VALIDATED = 100;

/** The last look before Azure is told to protect: null, or why not. Changes nothing. */
export async function validateMachine(run: Run, { vmId, machine, context }: Candidate): Promise<Partial<MachineRecord> | null> {
  const { vault } = run.batch.request;
  if (run.size <= MOST_PRE_VALIDATED) {
    const refusal = await paced(run, () => preValidate(run.azure(), vault, context.vault.location, vmId));
    return refusal && refused(refusal);
  }
  const [report] = await readAgents(run.azure(), [vmId]);
  const verdict = judgeVirtualMachine(machine, { ...context, agent: report?.agent ?? null });
  return verdict.allowed ? null : { rule_id: verdict.ruleId };
}
