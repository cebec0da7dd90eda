import { keyChain, machineOptions } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asker } from '../../../testing/ask';
import { keyVaultId, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { machineMaker } from '../../../testing/making-machines';
import { ALEX, backUp, restoreDisks, restorePath } from '../../../testing/restoring';
import { shortenSize } from '../../../testing/shorten-size';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const { draft, create, check, networkOf } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const group = (name: string) => `${PRODUCTION}/resourceGroups/${name}`;

describe('before a machine is made', () => {
  it('its old name is suggested only where that is free', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { suggested, sizes, groups } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(suggested).toMatchObject({ name: 'FullRestoreVM1-restored', group: 'IgniteRG' });
    expect(sizes).toContain('Standard_DS2_v2');
    expect(groups).toContainEqual({ name: 'IgniteRG', allowed: true });
    const forAlex = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`, { person: 'alex' });
    expect(forAlex.groups.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['dbvm1', 'dbvm2', 'RestoreRG']);
  });

  it('a subnet without an address left is told, unless the interface was made by an attempt before', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const networks = `${group('NetworkRG')}/providers/Microsoft.Network`;
    const network = `${networks}/virtualNetworks/narrow`;
    const narrow = `${network}/subnets/default`;
    const put = (path: string, body: object) => direct(contoso.azure, 'adele', 'PUT', `${path}?api-version=2023-11-01`, body);
    const subnets = [{ name: 'default', properties: { addressPrefix: '10.9.0.0/29' } }];
    await put(network, { location: 'westeurope', properties: { addressSpace: { addressPrefixes: ['10.9.0.0/29'] }, subnets } });
    const properties = { ipConfigurations: [{ name: 'one', properties: { subnet: { id: narrow } } }] };
    const attach = (name: string) => put(`${networks}/networkInterfaces/${name}`, { location: 'westeurope', properties });
    await Promise.all(['one', 'two'].map(attach));
    expect(await check(jobId, { subnetId: narrow })).toEqual([]);
    await shortenSize(contoso, 'Standard_DS2_v2', 'scarce');
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, { subnetId: narrow }))).toBe('not-as-it-is');
    expect(await check(jobId, { subnetId: narrow })).toEqual([]);
    expect(await check(await restoreDisks(contoso, ask, 'AppVM1'), { subnetId: narrow })).toEqual(['subnet-full']);
  });

  it('no size is offered that starts machines of the second generation alone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(sizes).not.toContain('Standard_DC2s_v2');
    expect(await check(jobId, { size: 'Standard_DC2s_v2' })).toEqual(['size-other-generation']);
  });

  it('is told what would fail', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(await check(jobId, { name: 'WebVM1' })).toEqual(['name-taken']);
    expect(await check(jobId, { size: 'Standard_None' })).toEqual(['size-not-available']);
    const network = `${group('NetworkRG')}/providers/Microsoft.Network/virtualNetworks`;
    expect(await check(jobId, { subnetId: `${network}/none/subnets/default` })).toEqual(['subnet-missing']);
    expect(await check(jobId, { subnetId: `${network}/contoso-northeurope/subnets/default` })).toEqual(['subnet-other-region']);
    expect(await check(jobId, {}, { person: 'alex' })).toEqual(expect.arrayContaining(['no-right-to-create', 'no-deploy-right']));
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, { name: 'WebVM1' }))).toBe('machine-name-taken');
    const climbing = await draft(jobId, { subnetId: `${network}/../../x/subnets/default` });
    expect(await ask.refusal('POST', `${restorePath(jobId)}/machine/check`, climbing)).toBe('invalid-request');
  });

  it('is told that the disks, which are in another group, may not be changed', async () => {
    const jobId = await restoreDisks(contoso, ask, 'WebVM1', 'IgniteRG', await backUp(contoso, ask, 'IgniteRG', 'WebVM1'));
    const readsDisks = { actions: ['*'], notActions: ['Microsoft.Compute/disks/write'], dataActions: ['*'] };
    await holdRoles(contoso, ALEX, [
      { role: readsDisks, scope: PRODUCTION },
      { role: { actions: ['*'] }, scope: group('OperationsRG') },
    ]);
    const beside = { name: 'Beside', group: 'OperationsRG' };
    const alex = { person: 'alex' };
    expect(await check(jobId, beside, alex)).toEqual(['no-right-to-attach-disks']);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, beside), alex)).toBe('machine-refused');
    expect(networkOf(jobId)).toEqual([]);
    await holdRoles(contoso, ALEX, [
      { role: readsDisks, scope: PRODUCTION },
      { role: { actions: ['*'] }, scope: group('OperationsRG') },
      { role: { actions: ['Microsoft.Compute/disks/write'] }, scope: group('IgniteRG') },
    ]);
    await expect.poll(() => check(jobId, beside, alex)).toEqual([]);
    await create(jobId, beside, alex);
  });

  it('is told of a lock that lets nothing be made, and of one that nobody can see', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const lock = `${group('IgniteRG')}/providers/Microsoft.Authorization/locks/frozen?api-version=2016-09-01`;
    await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'ReadOnly' } });
    expect(await check(jobId)).toEqual(['group-locked']);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId))).toBe('machine-refused');
    const blind = { role: { actions: ['*'], notActions: ['Microsoft.Authorization/locks/read'], dataActions: ['*'] }, scope: PRODUCTION };
    await holdRoles(contoso, ALEX, [blind]);
    expect(await check(jobId, {}, { person: 'alex' })).toContain('locks-unseen');
  });

  it('is told of a key vault that is not enabled for disk encryption', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const properties = { enabledForDiskEncryption: false };
    const url = `${keyVaultId('KeyVaultRG', 'ContosoKV')}?api-version=2023-07-01`;
    await direct(contoso.azure, 'adele', 'PATCH', url, { properties });
    await expect.poll(() => check(jobId)).toEqual(['keys-not-verified', 'key-vault-not-enabled-for-disk-encryption']);
    await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } });
    expect(await check(jobId)).toEqual([]);
  });
});
