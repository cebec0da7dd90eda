import type { ProtectionBatch } from '@tresor/contracts';
import { parseArmId } from '../../azure/connection/arm-id';
import { UNFINISHED, type Batch, type MachineRecord } from '../../store/batches';

export function toProtectionBatch({ batchId, request, startedAt }: Batch, machines: MachineRecord[]): ProtectionBatch {
  return {
    batchId,
    policyName: request.policyName,
    startedAt,
    finished: machines.every(({ state }) => !UNFINISHED.has(state)),
    results: machines.map((machine) => ({
      vmId: machine.vm_id,
      vmName: parseArmId(machine.vm_id)?.name ?? machine.vm_id,
      state: machine.state,
      ruleId: machine.rule_id,
      azureCode: machine.azure_code,
      azureMessage: machine.azure_message,
      recommendation: machine.recommendation,
      jobId: machine.job_id,
      checkedUntil: machine.state === 'unknown' ? machine.checked_until : null,
    })),
  };
}
