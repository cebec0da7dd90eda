import { expect, it } from 'vitest';
import { startTestAzure } from '../testing/open-session';
import { requireRights } from '../workflows/rights/held-rights';
import { readPermissions } from './permissions';

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`;
const VM = `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`;

/** What is told of rights at places that are there; of all others nothing is. */
async function mayAt(scope: string, held: Record<string, string[]>) {
  await using azure = await startTestAzure(({ path }) => {
    const [, place = ''] = /^(.*)\/providers\/Microsoft\.Authorization\/permissions/.exec(path) ?? [];
    const actions = held[place];
    return actions ? { body: { value: [{ actions }] } } : { status: 404, body: { error: { code: 'ResourceNotFound' } } };
  });
  const { may } = await readPermissions(await azure.session('ada'), scope);
  return ['delete', 'read'].filter((word) => may(`Microsoft.Compute/virtualMachines/${word}`));
}

it.each([
  ['a resource in its group', VM, { [GROUP]: ['*/delete'], [SUBSCRIPTION]: ['*/read'] }, ['delete']],
  ['what belongs to a resource in that', `${VM}/extensions/one`, { [VM]: ['*/read'], [GROUP]: ['*/delete'] }, ['read']],
  ['a group in its subscription', GROUP, { [SUBSCRIPTION]: ['*/read'] }, ['read']],
  ['a resource whose group is gone, too, in the subscription', VM, { [SUBSCRIPTION]: ['*/read'] }, ['read']],
  ['a subscription nowhere', SUBSCRIPTION, {}, []],
])('of a place that is gone the rights of the next one above it are told: %s', async (_what, scope, held, may) => {
  expect(await mayAt(scope, held)).toEqual(may);
});

it('what access policies of a key vault give is not judged beforehand', async () => {
  await using azure = await startTestAzure(() => ({ body: { value: [{ actions: ['*'], dataActions: ['*'] }] } }));
  const keyVault = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv`;
  const places = { group: GROUP, vault: GROUP, 'key-vault': keyVault, 'policy-key-vault': keyVault };
  await expect(requireRights(await azure.session('ada'), 'restore-keys', places)).resolves.toBeUndefined();
});
