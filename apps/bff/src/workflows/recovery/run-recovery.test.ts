import { setImmediate as nextTurn } from 'node:timers/promises';
import { itemPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { AzureSession } from '../../azure/connection/azure';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { FRESH } from './machine-states';
import { RecoveryInHand, type RecoveryRun } from './recovery-in-hand';

const machine = (vmName: string): RecoveryMachineRecord => {
  const vault = { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' };
  return { item: itemPath.parse({ ...vault, vmGroup: 'rg', vmName }), wave: 1, tags: null, ...FRESH };
};

it('of what is noted of several machines at once nothing is lost, however long each writing takes', async () => {
  const machines = [machine('VM1'), machine('VM2')];
  const stored: (string | null)[][] = [];
  let isFirst = true;
  const plans: Pick<RecoveryRun['plans'], 'note'> = {
    async note(_, record) {
      const isSlow = isFirst;
      isFirst = false;
      if (isSlow) await nextTurn();
      stored.push(record.machines.map(({ jobId }) => jobId));
    },
  };
  const run: RecoveryRun = Object.assign(Object.create(null), { plans });
  const session: AzureSession = Object.create(null);
  const record: RecoveryRecord = Object.assign(Object.create(null), { machines });
  const hand = new RecoveryInHand(run, session, record, { waitsFor: new Map(), isolated: new Map() });
  await Promise.all(machines.map((one, number) => hand.note(one, { jobId: `job ${number}` })));
  expect(stored.at(-1)).toEqual(['job 0', 'job 1']);
});
