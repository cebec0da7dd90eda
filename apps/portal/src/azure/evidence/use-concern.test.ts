import { evidenceRecord, type SealedEvidence } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { recoveryMachineOf } from '../../testing/recovery-plan';
import { knownIn } from './use-concern';

const PLAN = '9c0a3c2e-30b5-4f0e-9a39-6f1cf2bb4a7d';
const JOB = '0B5F6F52-6f7e-4a1c-8a0e-5f0d2f3b9c11';
const machine = recoveryMachineOf('OrdersSql01', { state: 'done', jobId: JOB });
const { item } = machine;
const asked = evidenceRecord.parse({
  kind: 'entry',
  position: 1,
  commandId: 'a',
  restore: null,
  entry: {
    kind: 'asked',
    at: '2026-11-27T10:00:00Z',
    command: 'recoveryPlans.put',
    by: { name: 'Adele Vance', username: 'adele' },
    target: `/recoveryPlans/${PLAN}`,
    about: { plan: 'Tonight' },
    reason: null,
    correlationId: 'c',
  },
});

const sealed = (...records: SealedEvidence['records'][number]['record'][]) => ({
  records: records.map((record) => ({ hash: '', record })),
});

it('what the commands of a plan concern has its name, whatever the case of its id', () => {
  const { plans, machines, restores } = knownIn(sealed({ kind: 'machine', ...machine }, asked));
  expect(plans.get(PLAN)).toBe('Tonight');
  const vmId = `/subscriptions/${item.subscriptionId}/resourceGroups/${item.vmGroup}/providers/Microsoft.Compute/virtualMachines/OrdersSql01`;
  expect(machines.get(vmId.toLowerCase())).toEqual(item);
  expect(restores.get(JOB.toLowerCase())).toEqual(item);
});
