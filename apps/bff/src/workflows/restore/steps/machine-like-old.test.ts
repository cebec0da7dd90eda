import { machineOptions, restoreRecord } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { OPERATIONS, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { machineMaker } from '../../../testing/making-machines';
import { ALEX, backUp, closeAccount, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const { create, check, run } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const VM_CONTRIBUTOR = '9980e02c-c2be-4d73-94e8-173b1dc7cf3c';
const BACKUP_CONTRIBUTOR = '5e467623-bb1f-42f4-a55d-6e525e11384b';

const planOf = (id: string) => contoso.azure.world.resources.get(id)?.['plan'];
const restoreBought = () => restoreDisks(contoso, ask, 'LinuxSingleVM1', 'IgniteRG', `${OPERATIONS}/items/RestoreRG/LinuxSingleVM1`);

describe('a machine whose system was bought in the marketplace', () => {
  const OLD = `${PRODUCTION}/resourceGroups/RestoreRG/providers/Microsoft.Compute/virtualMachines/LinuxSingleVM1`;
  const plan = { name: 'server-16-04', publisher: 'fabrikam', product: 'hardened-linux' };

  it('names its plan again, and runs', async () => {
    const jobId = await restoreBought();
    const found = await run(jobId);
    expect(states(found)['machine']).toBe('done');
    expect(planOf(`${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Again`)).toEqual(plan);
  });

  it('does so also where the disk does not tell it any more', async () => {
    const jobId = await restoreBought();
    const { resources } = contoso.azure.world;
    const disk = resources.below(PRODUCTION).find(({ tags, name }) => tags?.['RSVaultBackup'] === jobId && name.includes('-osdisk-'));
    if (!disk) throw new Error('There is no disk.');
    const { purchasePlan, ...properties } = disk.properties;
    expect(purchasePlan).toEqual(plan);
    resources.put({ ...disk, properties });
    await direct(contoso.azure, 'adele', 'DELETE', `${OLD}?api-version=2023-09-01`);
    contoso.azure.advance(5 * MINUTE);
    expect(planOf((await create(jobId)).machineId)).toEqual(plan);
  });
});

const securityOf = (id: string) => contoso.azure.world.resources.get(id)?.properties['securityProfile'];

describe('a machine with Trusted Launch', () => {
  const OLD = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/TrustedLaunchVM1`;
  const uefiSettings = { secureBootEnabled: false, vTpmEnabled: true };

  async function restored(firmware: object = { uefiSettings }): Promise<string> {
    const { resources } = contoso.azure.world;
    const old = resources.get(OLD);
    const securityProfile = { securityType: 'TrustedLaunch', ...firmware };
    if (old) resources.put({ ...old, properties: { ...old.properties, securityProfile } });
    const item = await backUp(contoso, ask, 'OperationsRG', 'TrustedLaunchVM1', 'EnhancedPolicy');
    return restoreDisks(contoso, ask, 'TrustedLaunchVM1', 'IgniteRG', item);
  }

  it('is made with it again, and with the firmware of the old one', async () => {
    const { machineId: id } = await create(await restored());
    expect(securityOf(id)).toEqual({ securityType: 'TrustedLaunch', uefiSettings });
  });

  it('takes the firmware from the configuration of the restore where the old one is gone', async () => {
    const jobId = await restored();
    await direct(contoso.azure, 'adele', 'DELETE', `${OLD}?api-version=2023-09-01`);
    contoso.azure.advance(5 * MINUTE);
    expect(securityOf((await create(jobId)).machineId)).toEqual({ securityType: 'TrustedLaunch', uefiSettings });
  });

  it('leaves the firmware to Azure where nobody tells how it was', async () => {
    expect(securityOf((await create(await restored({}))).machineId)).toEqual({ securityType: 'TrustedLaunch' });
  });

  it('is offered the sizes alone that start it', async () => {
    const jobId = await restored();
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(sizes).toContain('Standard_D2s_v3');
    expect(sizes).not.toContain('Standard_A2');
    expect(await check(jobId, { size: 'Standard_A2' })).toEqual(['size-other-generation']);
  });

  it('is offered sizes also to anyone whom Azure does not tell what sizes can do', async () => {
    const jobId = await restored();
    const roles = [VM_CONTRIBUTOR, BACKUP_CONTRIBUTOR];
    await holdRoles(
      contoso,
      ALEX,
      roles.map((role) => ({ role, scope: PRODUCTION })),
    );
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`, { person: 'alex' });
    expect(sizes).toContain('Standard_D2s_v3');
    expect(await check(jobId, {}, { person: 'alex' })).toEqual(['keys-not-verified', 'no-deploy-right']);
  });
});

const propertiesOf = (id: string) => contoso.azure.world.resources.get(id)?.properties ?? {};

/** Changes a resource of the world as somebody in Azure might have. */
function change(id: string, properties: object) {
  const found = contoso.azure.world.resources.get(id);
  if (!found) throw new Error(`There is no ${id}.`);
  contoso.azure.world.resources.put({ ...found, properties: { ...found.properties, ...properties } });
}

const remove = async (id: string) => {
  await direct(contoso.azure, 'adele', 'DELETE', `${id}?api-version=2023-09-01`);
  contoso.azure.advance(5 * MINUTE);
};

const restoreApp = () => restoreDisks(contoso, ask, 'AppVM1', 'IgniteRG');

describe('what the old machine was made with', () => {
  const COMPUTE = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute`;
  const OLD = `${COMPUTE}/virtualMachines/AppVM1`;
  const GROUP = `${COMPUTE}/proximityPlacementGroups/app-proximity`;
  const HOST_FEATURE = `${PRODUCTION}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`;
  const ALIKE = {
    storageProfile: { osDisk: { caching: 'ReadWrite' }, dataDisks: [{ lun: 0, caching: 'ReadOnly' }] },
    licenseType: 'Windows_Server',
    proximityPlacementGroup: { id: GROUP },
  };

  it('is what the new one has, as the configuration of the restore tells it where the old one is gone', async () => {
    const jobId = await restoreApp();
    await remove(OLD);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject(ALIKE);
  });

  it('is told by the old one where the configuration is out of reach', async () => {
    const jobId = await restoreApp();
    await closeAccount(contoso);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject(ALIKE);
  });

  it('is left out where the proximity placement group is gone, or in another region', async () => {
    const { resources } = contoso.azure.world;
    const group = resources.get(GROUP);
    if (group) resources.put({ ...group, location: 'northeurope' });
    const elsewhere = await create(await restoreApp());
    expect(propertiesOf(elsewhere.machineId)).not.toHaveProperty('proximityPlacementGroup');
    resources.delete(GROUP);
    const jobId = await restoreApp();
    expect(await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`)).toMatchObject({ proximityGroup: null });
    const gone = await create(jobId, { name: 'Gone' });
    expect(propertiesOf(gone.machineId)).not.toHaveProperty('proximityPlacementGroup');
  });

  it.each(['isolated', 'rehearsal'])('is no proximity placement group in the group of a run of the kind %s', async (kind) => {
    const group = `tresor-${kind}-${'0'.repeat(31)}1`;
    const id = `${PRODUCTION}/resourceGroups/${group}`;
    await direct(contoso.azure, 'adele', 'PUT', `${id}?api-version=2021-04-01`, { location: 'westeurope' });
    const made = propertiesOf((await create(await restoreDisks(contoso, ask, 'AppVM1', group), { group })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('proximityPlacementGroup');
  });

  it('is left out where the proximity placement group has no room, once somebody who was told its name decides so', async () => {
    const jobId = await restoreApp();
    const { proximityGroup } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(proximityGroup).toBe('app-proximity');
    const other = { size: 'Standard_DS3_v2' };
    await create(jobId, other);
    contoso.azure.advance(5 * MINUTE);
    const failed = await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'failed');
    expect(failed.tried).toMatchObject([{ step: 'machine', code: 'OverconstrainedAllocationRequest' }]);
    await ask.send(z.looseObject({}), 'DELETE', `${restorePath(jobId)}/machine`);
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'ready');
    const made = await create(jobId, { ...other, withoutProximityGroup: true });
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
    expect(propertiesOf(made.machineId)).toMatchObject({ licenseType: 'Windows_Server', provisioningState: 'Succeeded' });
    expect(propertiesOf(made.machineId)).not.toHaveProperty('proximityPlacementGroup');
    const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
    expect(commands.at(-1)?.about).toMatchObject({ proximityGroup: 'none' });
  });

  it('is left out where who makes it may not write the proximity placement group', async () => {
    const jobId = await restoreApp();
    await holdRoles(contoso, ALEX, [
      {
        role: { actions: ['*'], notActions: ['Microsoft.Compute/proximityPlacementGroups/write'], dataActions: ['*'] },
        scope: PRODUCTION,
      },
    ]);
    const made = propertiesOf((await create(jobId, {}, { person: 'alex' })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('proximityPlacementGroup');
  });

  it('may be encryption at host, on a size that can', async () => {
    change(OLD, { securityProfile: { encryptionAtHost: true } });
    await direct(contoso.azure, 'adele', 'POST', `${HOST_FEATURE}/register?api-version=2021-07-01`);
    contoso.azure.advance(60 * MINUTE);
    expect(propertiesOf((await create(await restoreApp())).machineId)).toMatchObject({ securityProfile: { encryptionAtHost: true } });
  });

  it('is no encryption at host where the size that is chosen has none, or the disks are encrypted otherwise', async () => {
    for (const vm of ['AppVM1', 'FullRestoreVM1'])
      change(`${COMPUTE}/virtualMachines/${vm}`, { securityProfile: { encryptionAtHost: true } });
    expect(propertiesOf((await create(await restoreApp(), { size: 'Standard_A2' })).machineId)).not.toHaveProperty('securityProfile');
    const encrypted = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(propertiesOf((await create(encrypted, { name: 'Other' })).machineId)).not.toHaveProperty('securityProfile');
  });

  it('keeps nobody from making the machine whom Azure does not tell what sizes can do', async () => {
    const jobId = await restoreApp();
    change(OLD, { securityProfile: { encryptionAtHost: true } });
    const role = { actions: ['*'], notActions: ['Microsoft.Compute/skus/read'], dataActions: ['*'] };
    await holdRoles(contoso, ALEX, [{ role, scope: PRODUCTION }]);
    const made = propertiesOf((await create(jobId, {}, { person: 'alex' })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('securityProfile');
  });

  it('is Ultra Disks where one of its disks is one, even if nobody tells', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'UltraDiskVM1', 'EnhancedPolicy');
    const jobId = await restoreDisks(contoso, ask, 'UltraDiskVM1', 'IgniteRG', item);
    await remove(`${COMPUTE}/virtualMachines/UltraDiskVM1`);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject({ additionalCapabilities: { ultraSSDEnabled: true } });
  });

  it('is Write Accelerator on a size that has enough of them', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'BigDiskVM1');
    const jobId = await restoreDisks(contoso, ask, 'BigDiskVM1', 'IgniteRG', item);
    const { machineId: id } = await create(jobId, { size: 'Standard_M16ms' });
    expect(propertiesOf(id)).toMatchObject({ storageProfile: { dataDisks: [{ caching: 'None', writeAcceleratorEnabled: true }] } });
  });

  it('is no Write Accelerator on another', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'BigDiskVM1');
    const jobId = await restoreDisks(contoso, ask, 'BigDiskVM1', 'IgniteRG', item);
    const made = propertiesOf((await create(jobId)).machineId);
    expect(made).toMatchObject({ storageProfile: { dataDisks: [{ caching: 'None' }] } });
    expect(JSON.stringify(made)).not.toContain('writeAccelerator');
  });

  it('is said of the disk of a confidential machine, of which Azure asks it', async () => {
    const jobId = await restoreApp();
    const disk = contoso.azure.world.resources
      .below(PRODUCTION)
      .find(({ tags, name }) => tags?.['RSVaultBackup'] === jobId && name.includes('-osdisk-'));
    const securityType = 'ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey';
    change(disk?.id ?? '', { hyperVGeneration: 'V2', securityProfile: { securityType } });
    const securityProfile = { securityEncryptionType: 'VMGuestStateOnly' };
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject({
      securityProfile: { securityType: 'ConfidentialVM' },
      storageProfile: { osDisk: { managedDisk: { securityProfile } } },
    });
  });
});
