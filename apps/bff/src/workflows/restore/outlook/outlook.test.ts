import { restoreOutlook, type RestoreStep } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asker } from '../../../testing/ask';
import { OPERATIONS, storageAccountId } from '../../../testing/contoso-places';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const outlookOf = (vm: string, person: string, query = 'edition=current') =>
  ask.get(restoreOutlook, `${OPERATIONS}/items/${vm}/restores/outlook?${query}`, { person });

/** The steps that cannot be taken, each with why. */
async function closed(vm: string, person: string, query?: string) {
  const { steps } = await outlookOf(vm, person, query);
  return steps
    .filter(({ state }) => state !== 'open' && state !== 'not-needed')
    .map(({ step, state }): [RestoreStep, string] => [step, state]);
}

it('an owner can take every step, of a point whose keys are there and of one that lost its key vault', async () => {
  expect(await closed('OperationsRG/FullRestoreVM1', 'adele')).toEqual([]);
  expect(await closed('OperationsRG/LostVaultVM1', 'adele')).toEqual([]);
  const { steps } = await outlookOf('OperationsRG/AppVM1', 'adele');
  const unneeded = steps.filter(({ state }) => state === 'not-needed').map(({ step }) => step);
  expect(unneeded).toEqual(['keys', 'encryption', 'after-care']);
});

it('who may not begin is told so with the smallest role, and who may not go on at which step', async () => {
  const megan = (await outlookOf('OperationsRG/AppVM1', 'megan')).steps;
  expect(megan[0]).toMatchObject({ step: 'disks', state: 'barred', missing: [{ roles: ['Backup Operator'] }, { roles: ['Contributor'] }] });
  const alex = (await outlookOf('RestoreRG/DeletedVaultVM1', 'alex')).steps.find(({ step }) => step === 'keys');
  expect(alex).toMatchObject({ state: 'barred', missing: [{ roles: ['Key Vault Contributor'] }] });
});

it('keys that somebody may not see are called hidden, with what it takes', async () => {
  const keys = (await outlookOf('OperationsRG/FullRestoreVM1', 'alex')).steps.find(({ step }) => step === 'keys');
  expect(keys).toMatchObject({ state: 'hidden', needs: [{ right: 'read-keys', at: [expect.stringMatching(/ContosoKV/i)] }] });
});

it('a rule that will keep the machine from being backed up is told before the disks come back, in the edition that has it', async () => {
  const [at] = await closed('RestoreRG/BekSingleVM1', 'adele', 'edition=2017-01');
  expect(at).toEqual(['protection', 'refused']);
  expect(await closed('RestoreRG/BekSingleVM1', 'adele')).toEqual([]);
});

it('what lies in the storage account is judged once that is chosen', async () => {
  const query = 'edition=2017-01';
  expect(await closed('OperationsRG/FullRestoreVM1', 'patti', query)).not.toContainEqual(['after-care', 'barred']);
  const chosen = `${query}&storageAccountId=${encodeURIComponent(storageAccountId('contosostaging'))}`;
  expect(await closed('OperationsRG/FullRestoreVM1', 'patti', chosen)).toContainEqual(['after-care', 'barred']);
});

it('where the subscription is disabled it says so', async () => {
  expect(await outlookOf('OperationsRG/AppVM1', 'adele')).toMatchObject({ isReadOnly: false });
  const [subscription] = /[0-9a-f-]{36}/.exec(OPERATIONS) ?? [];
  await fetch(`${contoso.azure.url}/control/subscription`, { method: 'POST', body: JSON.stringify({ subscription, state: 'Disabled' }) });
  await expect.poll(() => outlookOf('OperationsRG/AppVM1', 'adele')).toMatchObject({ isReadOnly: true });
  await fetch(`${contoso.azure.url}/control/subscription`, { method: 'POST', body: JSON.stringify({ subscription, state: 'Enabled' }) });
  await expect.poll(() => outlookOf('OperationsRG/AppVM1', 'adele')).toMatchObject({ isReadOnly: false });
});

it('of a point that is gone it does not say what is the matter with another one', async () => {
  const query = 'edition=current&recoveryPointId=1';
  expect(await outlookOf('OperationsRG/DeletedItemVM1', 'adele', query)).toMatchObject({ recoveryPointId: null, unusable: [] });
});

it('where no point can be used it says why', async () => {
  expect(await outlookOf('OperationsRG/DeletedItemVM1', 'adele')).toEqual({
    recoveryPointId: null,
    unusable: ['item-deleted'],
    steps: [],
    isReadOnly: false,
    suspicion: null,
    size: null,
    unseen: [],
  });
});
