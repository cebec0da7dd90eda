import { recoveryMachineView, type RecoveryMachineView } from '@tresor/contracts';
import { expectedOutcomes } from '@tresor/local-azure';
import { expect, it } from 'vitest';
import { differences, endingsOf } from './endings';
import { rehearsedWrongly } from './rehearsed';

const planning = expectedOutcomes().filter(({ machine }) => machine === 'Planning01');
const gone = () => Promise.resolve({ status: 404, body: null });

/** The machine of which there are no cores left, as the board shows it. */
function shown(change: Partial<RecoveryMachineView>): RecoveryMachineView {
  const [, , subscriptionId, , vmGroup] = planning[0]?.vmId.split('/') ?? [];
  const item = { subscriptionId, resourceGroup: 'EstateRG', vaultName: 'EstateNorthVault', vmGroup, vmName: 'Planning01' };
  const nothing = { tags: null, wanted: null, jobId: null, pointTime: null, begunAt: null, endedAt: null, refusal: null, stop: null };
  const none = { steps: [], seenAt: null, times: [], recoverySeconds: null, proof: null };
  return { ...recoveryMachineView.parse({ item, wave: 2, state: 'waiting', ...nothing, ...none }), ...change };
}

const refused = (...faults: NonNullable<RecoveryMachineView['refusal']>['faults']) =>
  shown({ state: 'refused', refusal: { code: 'plan-refused', azureCode: null, azureMessage: null, faults, needs: [] } });

const OVER_QUOTA = {
  'before Azure is asked': refused({ field: 'machine', fault: 'quota' }),
  'by Azure': shown({
    state: 'needs-person',
    stop: {
      reason: 'refused',
      step: 'machine',
      command: 'create-machine',
      code: 'azure-failed',
      azureCode: 'OperationNotAllowed',
      azureMessage: 'exceeding approved standardESv3Family Cores quota',
      needs: [],
    },
  }),
};

it.each(Object.entries(OVER_QUOTA))('a machine that is refused for want of cores %s is over the quota, and not lost', async (_, view) => {
  expect(differences(await endingsOf(gone, planning, { machines: [view] }))).toEqual([]);
  expect(rehearsedWrongly(planning, [view])).toEqual([]);
});

it('one that is refused for anything besides is not', async () => {
  const view = refused({ field: 'machine', fault: 'quota' }, { field: 'machine', fault: 'name-taken' });
  expect(differences(await endingsOf(gone, planning, { machines: [view] }))).toHaveLength(1);
  expect(rehearsedWrongly(planning, [view])).toHaveLength(1);
});
