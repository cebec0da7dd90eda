import { randomUUID } from 'node:crypto';
import type { StepRights } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import type { StepId } from '@tresor/support-matrix';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { keyVaultId, storageAccountId, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { LEE } from '../../testing/probes/stage';
import { askRights } from '../../testing/rights-question';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});

afterAll(() => contoso[Symbol.asyncDispose]());

const OPERATIONS_VAULT = { resourceGroup: 'OperationsRG', vaultName: 'OperationsVault' };
const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const VAULT = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;

const STAGING = storageAccountId('contosostaging');

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const BACKUP_OPERATOR = '00c29273-979b-4161-815c-10b084fb9324';
const NEEDED_BY_POLICY = ['keys/list', 'secrets/list', 'keys/restore', 'secrets/get', 'secrets/set'];

/** In the vault and the whole subscription, unless said otherwise. */
const rightsOf = (person: string, meant: Partial<Parameters<typeof askRights>[1]> = {}) =>
  askRights(ask, { vault: OPERATIONS_VAULT, wholeSubscription: true, ...meant }, { person });
const barred = (rights: StepRights[]): StepId[] => rights.filter(({ missing }) => missing.length > 0).map(({ step }) => step);
const networkNeeds = (rights: StepRights[]) =>
  rights.find(({ step }) => step === 'create-machine')?.needs.filter(({ place }) => place === 'network');
const missingFor = (rights: StepRights[], step: StepId) => rights.find((one) => one.step === step)?.missing ?? [];

it('the owner of the subscription may take every step but those on what lies in storage accounts', async () => {
  expect(barred(await rightsOf('adele'))).toEqual(['restore-missing', 'find-vhds', 'move-vhd-keys', 'remove-leftovers', 'discard-restore']);
  expect(barred(await rightsOf('adele', { storageAccountIds: [STAGING] }))).toEqual([]);
});

it('a reader may look at everything and is told the smallest role for each step', async () => {
  const rights = await rightsOf('megan');
  expect(barred(rights)).not.toContain('choose-point');
  expect(missingFor(rights, 'back-up-now')).toMatchObject([{ scope: VAULT, roles: ['Backup Operator'] }]);
  expect(missingFor(rights, 'enable-backup')).toMatchObject([
    { scope: VAULT, roles: ['Backup Operator'] },
    { scope: PRODUCTION, roles: ['Contributor'] },
  ]);
  expect(missingFor(rights, 'write-policy')).toMatchObject([{ scope: VAULT, roles: ['Backup Contributor'] }]);
});

it('helpdesk may back up and restore, not change policies nor delete backups', async () => {
  const meant = { vmIds: [vmId('dbvm2', 'DBVM2')], groups: ['RestoreRG'], storageAccountIds: [STAGING] };
  const rights = barred(await rightsOf('alex', meant));
  expect(rights).toEqual(expect.arrayContaining(['write-policy', 'delete-policy', 'delete-backup-data']));
  for (const step of ['enable-backup', 'restore-disks']) expect(rights).not.toContain(step);
});

it('who restores disks must be allowed to write where they pass through and come to, who enables backup the machine', async () => {
  const places = { groups: ['OperationsRG'], storageAccountIds: [STAGING], vmIds: [vmId('OperationsRG', 'AppVM1')] };
  const rights = await rightsOf('megan', places);
  expect(missingFor(rights, 'restore-disks')).toMatchObject([
    { roles: ['Backup Operator'] },
    { scope: STAGING, roles: ['Storage Account Contributor'] },
    { scope: `${PRODUCTION}/resourceGroups/OperationsRG`, roles: ['Contributor'] },
  ]);
  expect(missingFor(rights, 'enable-backup')).toContainEqual(
    expect.objectContaining({ scope: places.vmIds[0], roles: ['Virtual Machine Contributor'] }),
  );
});

it('rights on key vaults go by how each of them grants access', async () => {
  const keyVaultIds = ['NoPolicyKV', 'RbacKV'].map((name) => keyVaultId('KeyVaultRG', name));
  expect(missingFor(await rightsOf('patti', { keyVaultIds }), 'grant-access')).toEqual([
    {
      scope: keyVaultIds[0],
      actions: ['Microsoft.KeyVault/vaults/accessPolicies/write'],
      roles: ['Key Vault Contributor'],
      eligible: [{ role: 'Key Vault Contributor', scope: PRODUCTION }],
      takesEffectBy: null,
      delegable: { roles: ['Key Vault Contributor'], never: [] },
    },
    {
      scope: keyVaultIds[1],
      actions: ['Microsoft.Authorization/roleAssignments/write'],
      roles: ['Role Based Access Control Administrator'],
      eligible: [],
      takesEffectBy: null,
      delegable: { roles: [], never: ['Microsoft.Authorization/roleAssignments/write'] },
    },
  ]);
  expect(barred(await rightsOf('adele', { keyVaultIds }))).not.toContain('grant-access');
});

it('who may not even see a key vault is told that first', async () => {
  const keyVaultIds = [keyVaultId('KeyVaultRG', 'NoPolicyKV')];
  const rights = await rightsOf('lee', { keyVaultIds });
  expect(missingFor(rights, 'look-at-key-vault')).toMatchObject([{ scope: keyVaultIds[0], roles: ['Reader'] }]);
});

it('a machine is looked at where the right is not held above it', async () => {
  const rights = await rightsOf('lee', { vmIds: [vmId('OperationsRG', 'LinuxVM1'), vmId('KeysRG', 'NoPolicyVM1')] });
  expect(rights.find(({ step }) => step === 'enable-backup')?.needs.find(({ place }) => place === 'machine')).toMatchObject({
    asked: 2,
    missingAt: [],
  });
});

it('before there is a vault the rights on the subscription count', async () => {
  expect(missingFor(await rightsOf('alex', { vault: null }), 'create-vault')).toMatchObject([
    { scope: PRODUCTION, actions: ['Microsoft.RecoveryServices/Vaults/write'], roles: ['Backup Contributor'] },
  ]);
  expect(barred(await rightsOf('patti', { vault: null }))).not.toContain('create-vault');
});

it('of places that are not named nothing is said', async () => {
  const rights = await rightsOf('megan', { vault: null, wholeSubscription: false });
  expect(missingFor(rights, 'back-up-now')).toEqual([]);
  expect(missingFor(rights, 'enable-backup').map(({ scope }) => scope)).toEqual([PRODUCTION]);
});

it('a right on a network is looked for at the network, too', async () => {
  const network = `${PRODUCTION}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/ContosoVNet`;
  const subnet = `${network}/subnets/default`;
  expect(networkNeeds(await rightsOf('megan', { subnetIds: [subnet] }))).toMatchObject([
    { action: 'Microsoft.Network/virtualNetworks/read', missingAt: [] },
    { action: 'Microsoft.Network/virtualNetworks/subnets/join/action', missingAt: [subnet] },
  ]);
  expect(networkNeeds(await rightsOf('adele', { subnetIds: [subnet] }))).toMatchObject([{ missingAt: [] }, { missingAt: [] }]);
});

/** What Lee lacks to make a machine of restored disks. */
const lacks = async (machineIn: string, disksIn: string[]) => {
  const rights = await rightsOf('lee', { groups: [machineIn], diskGroups: disksIn, wholeSubscription: false });
  return { 'create-machine': missingFor(rights, 'create-machine'), 'move-keys': missingFor(rights, 'move-keys') };
};

it('disks are asked about where they are, which need not be where their machine will stand', async () => {
  const group = (name: string) => `${PRODUCTION}/resourceGroups/${name}`;
  const write = 'Microsoft.Compute/disks/write';
  await holdRoles(contoso, LEE, [
    { role: { actions: ['*'], notActions: [write] }, scope: PRODUCTION },
    { role: { actions: [write] }, scope: group('IgniteRG') },
  ]);
  expect(await lacks('OperationsRG', ['IgniteRG'])).toEqual({ 'create-machine': [], 'move-keys': [] });
  const missing = [{ scope: group('OperationsRG'), actions: [write], roles: ['Virtual Machine Contributor'] }];
  expect(await lacks('IgniteRG', ['OperationsRG'])).toMatchObject({ 'create-machine': missing, 'move-keys': missing });
  // VHDs are files.
  expect(await lacks('OperationsRG', [])).toEqual({ 'create-machine': [], 'move-keys': [] });
});

it('a right that is held through a group counts, and the group is named', async () => {
  const keyVaultIds = [keyVaultId('RestoreRG', 'RestoreKV')];
  const rights = await rightsOf('alex', { keyVaultIds });
  expect(barred(rights)).not.toContain('restore-keys');
  const byPolicy = rights.find(({ step }) => step === 'restore-keys')?.needs.filter(({ plane }) => plane === 'access-policy') ?? [];
  expect(new Set(byPolicy.flatMap(({ groups }) => groups))).toEqual(new Set(['Key Vault Restorers']));
});

it('a right that a role gives to a group is held through that group', async () => {
  const rights = await rightsOf('alex', { groups: ['RestoreRG'], wholeSubscription: false });
  const make = rights.find(({ step }) => step === 'create-machine')?.needs.find(({ action }) => action.endsWith('virtualMachines/write'));
  expect(make).toMatchObject({ missingAt: [], groups: ['Helpdesk'] });
  const own = (await rightsOf('adele')).find(({ step }) => step === 'create-machine')?.needs ?? [];
  expect(own.flatMap(({ groups }) => groups)).toEqual([]);
});

it('a guest whom the directory does not tell its groups is not told that it lacks what a group may give', async () => {
  const policy = (role: string) =>
    direct(contoso.azure, 'adele', 'PATCH', 'https://graph.microsoft.com/v1.0/policies/authorizationPolicy', { guestUserRoleId: role });
  const keyVaultIds = [keyVaultId('RestoreRG', 'RestoreKV')];
  const needs = async () =>
    (await rightsOf('lee', { keyVaultIds }))
      .find(({ step }) => step === 'restore-keys')
      ?.needs.filter(({ plane }) => plane === 'access-policy');
  await holdRoles(contoso, LEE, [{ role: READER, scope: PRODUCTION }]);
  expect(await needs()).toMatchObject(NEEDED_BY_POLICY.map(() => ({ missingAt: keyVaultIds, hiddenAt: [] })));
  await policy('2af84b1e-32c8-42b7-82bc-daa82404023b');
  await expect.poll(needs).toMatchObject(NEEDED_BY_POLICY.map(() => ({ missingAt: [], hiddenAt: keyVaultIds })));
  await policy('10dae51f-b6af-4016-8d66-8c2a99b929b3');
});

const leeLacksForBackup = async () => missingFor(await rightsOf('lee'), 'back-up-now');

it('a right that was given a moment ago is told with when it counts, and missing no longer once it does', async () => {
  await holdRoles(contoso, LEE, [{ role: READER, scope: PRODUCTION }]);
  await expect.poll(leeLacksForBackup).toMatchObject([{ scope: VAULT, takesEffectBy: null }]);
  const roleDefinitionId = `${PRODUCTION}/providers/Microsoft.Authorization/roleDefinitions/${BACKUP_OPERATOR}`;
  const assignment = `${VAULT}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}?api-version=2022-04-01`;
  const properties = { principalId: LEE, principalType: 'User', roleDefinitionId };
  await direct(contoso.azure, 'adele', 'PUT', assignment, { properties });
  const takesEffectBy = new Date(contoso.azure.world.clock.now() + 600_000).toISOString();
  await expect.poll(leeLacksForBackup).toMatchObject([{ scope: VAULT, takesEffectBy }]);
  takeEffect(contoso.azure);
  await expect.poll(leeLacksForBackup).toEqual([]);
});

it('a role that somebody only may activate gives nothing and is named with where', async () => {
  const missing = missingFor(await rightsOf('patti', { keyVaultIds: [keyVaultId('KeyVaultRG', 'NoPolicyKV')] }), 'grant-access');
  expect(missing).toMatchObject([{ roles: ['Key Vault Contributor'], eligible: [{ role: 'Key Vault Contributor', scope: PRODUCTION }] }]);
  const others = missingFor(await rightsOf('megan', { keyVaultIds: [keyVaultId('KeyVaultRG', 'NoPolicyKV')] }), 'grant-access');
  expect(others.flatMap(({ eligible }) => eligible)).toEqual([]);
});
