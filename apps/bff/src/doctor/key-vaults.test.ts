import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleAssignmentKey, roleAssignments } from '../../../../packages/local-azure/src/world/authorization/access';
import { CLOUDS } from '../clouds';
import { startTenant, tokenOf, type Tenant } from '../testing/tenant';

/** In a subscription that is new no vault was made yet. */
const UNREADY = ['provider-recovery-services'];

let tenant: Tenant;
let adele: string;

beforeAll(async () => {
  tenant = await startTenant('greenfield');
  adele = await tokenOf(tenant, 'adele');
}, 60_000);

afterAll(() => tenant[Symbol.asyncDispose]());

it('where the Backup service may read no key vault, that is named, and key vaults out of reach are, too', async () => {
  expect(await tenant.broken({}, adele)).toEqual([...UNREADY, 'backup-access']);
  const results = await tenant.examine({}, adele);
  expect(results.find(({ check }) => check === 'reach-key-vaults')).toMatchObject({ verdict: 'sound' });
  for (const name of namesOfKeyVaults()) tenant.proxy.passages.set(`${name}.${CLOUDS.public.keyVaults}`, { status: 403 });
  expect(await tenant.broken({}, adele)).toEqual([...UNREADY, 'backup-access', 'reach-key-vaults']);
});

const namesOfKeyVaults = () =>
  tenant.azure.world.resources
    .below('/subscriptions')
    .filter(({ type }) => type === 'Microsoft.KeyVault/vaults')
    .map(({ name }) => name.toLowerCase());

it('who sees no subscription is told so', async () => {
  const { world } = tenant.azure;
  world.write(() =>
    roleAssignments(world)
      .list()
      .forEach((one) => roleAssignments(world).delete(roleAssignmentKey(one))),
  );
  expect(await tenant.broken({}, await tokenOf(tenant, 'lee'))).toEqual(['subscriptions']);
});
