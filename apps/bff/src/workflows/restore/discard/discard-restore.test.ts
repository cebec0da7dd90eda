import { randomUUID } from 'node:crypto';
import { commandOutcome, discardPlan, discardResult, keyChain, machineOptions, recoveryPoint } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { keyVaultId, OPERATIONS, storageAccountId, vmId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { LEE } from '../../../testing/probes/stage';
import { WITHOUT_CONTAINERS } from '../../../testing/rehearsing';
import { ADELE, allowBlobs, closeAccount, restoreDisks, restorePath } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const azure = (method: 'GET' | 'PATCH' | 'POST' | 'PUT', url: string, body?: unknown) => direct(contoso.azure, 'adele', method, url, body);
const planOf = (path: string, asked?: Asked) => ask.get(discardPlan, `${path}/discard`, asked);
const discard = (path: string, vmName: string, asked?: Asked) =>
  ask.send(z.array(discardResult), 'POST', `${path}/discard`, { vmName }, asked);
const createKeyVault = (path: string, name: string, group = 'KeyVaultRG', asked?: Asked) =>
  ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'create', name, group } }, asked);

async function draft(path: string, change: object) {
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  return { machine: { ...suggested, group: 'IgniteRG', subnetId: subnets[0]?.id, publicIp: false, ...change } };
}

/** A machine that Azure could not make: interface and address of it are there. */
async function failToMake(path: string, change: object): Promise<void> {
  contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/', kind: '500', times: 3 });
  expect(await ask.refusal('PUT', `${path}/machine`, await draft(path, change))).toBe('azure-failed');
}

const networkOf = async (jobId: string) => {
  takeEffect(contoso.azure);
  const { body } = await azure('GET', `${PRODUCTION}/providers/Microsoft.Network/networkInterfaces?api-version=2023-11-01`);
  const { value } = z.object({ value: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(body);
  return value.filter(({ name }) => name.includes(jobId.slice(0, 8))).map(({ id }) => id);
};

it('everything a restore has made is listed with its size, and gone afterwards, its key vault for good', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
  const path = restorePath(jobId);
  await createKeyVault(path, 'OnlyForNowKV');
  await failToMake(path, { publicIp: true });
  const { state, items } = await planOf(path);
  expect(state).toBe('ready');
  expect([...new Set(items.map(({ kind }) => kind))]).toEqual(['network-interface', 'public-ip', 'disk', 'file', 'key-vault']);
  expect(items.filter(({ kind }) => kind === 'disk').every(({ bytes }) => (bytes ?? 0) >= 2 ** 30)).toBe(true);
  expect(items.every(({ reason, staysDays }) => reason === null && staysDays === null)).toBe(true);

  expect(await ask.refusal('POST', `${path}/discard`, { vmName: 'WebVM1' })).toBe('invalid-request');
  const results = await discard(path, 'LostVaultVM1');
  const ofFiles = results.filter(({ kind }) => kind === 'file');
  expect(new Set(results.filter(({ kind }) => kind !== 'file').map(({ state: end }) => end))).toEqual(new Set(['removed']));
  // Their container went, and the account keeps it for a week.
  expect(ofFiles.length).toBeGreaterThan(0);
  expect(ofFiles.every(({ state: end, until }) => end === 'soft-deleted' && until !== null)).toBe(true);
  const deleted = `${PRODUCTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/OnlyForNowKV?api-version=2023-07-01`;
  expect((await azure('GET', deleted)).status).toBe(404);
  await expect.poll(async () => (await planOf(path)).items).toEqual([]);
  expect(await discard(path, 'LostVaultVM1')).toEqual([]);
});

it('no file is called removed where the person may not see whether the storage account keeps it', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1'));
  await holdRoles(contoso, LEE, [{ role: WITHOUT_CONTAINERS, scope: PRODUCTION }]);
  const files = (await discard(path, 'AppVM1', { person: 'lee' })).filter(({ kind }) => kind === 'file');
  expect(files.length).toBeGreaterThan(0);
  expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['kept-untold']));
});

it('an emptied container goes as well when somebody else, or a server that died then, has removed what was in it', async () => {
  const containers = () => contoso.azure.world.documents('blob-containers').list();
  const before = containers();
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1'));
  const files = (await planOf(path)).items.filter(({ kind }) => kind === 'file');
  expect([files.length > 0, containers().length]).toEqual([true, before.length + 1]);
  for (const { name, place } of files) {
    const [account = '', container = ''] = place.split('/');
    const deleted = await direct(contoso.azure, 'adele', 'DELETE', `https://${account}.blob.core.windows.net/${container}/${name}`);
    expect(deleted.status).toBe(202);
  }
  await discard(path, 'AppVM1');
  expect(containers()).toEqual(before);
});

it('a key vault is called removed once Azure has purged it, which takes a while', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1'));
  await createKeyVault(path, 'OnlyForNowKV');
  await fetch(`${contoso.azure.url}/control/key-vaults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seconds: 30 }),
  });
  const deleted = `${PRODUCTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/OnlyForNowKV?api-version=2023-07-01`;
  const isPurging = async () => (await azure('POST', deleted.replace('?', '/purge?'))).status;
  const discarded = discard(path, 'LostVaultVM1');
  await expect.poll(isPurging, { timeout: 10_000 }).toBe(409);
  contoso.azure.advance(30_000);
  expect((await discarded).find(({ kind }) => kind === 'key-vault')).toMatchObject({ state: 'removed' });
  expect((await azure('GET', deleted)).status).toBe(404);
});

it('a key vault whose purge met its own first attempt is called removed', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1'));
  await createKeyVault(path, 'OnlyForNowKV');
  contoso.azure.faults.arm({ operation: 'POST .*/deletedVaults/OnlyForNowKV/purge$', kind: 'reset-after', times: 1 });
  contoso.azure.faults.arm({ operation: 'POST .*/deletedVaults/OnlyForNowKV/purge$', kind: '409', times: 1 });
  expect((await discard(path, 'LostVaultVM1')).find(({ kind }) => kind === 'key-vault')).toMatchObject({ state: 'removed' });
});

it('what Azure did not answer for is not called still there', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1'));
  contoso.azure.faults.arm({ operation: 'DELETE .*/disks/', kind: '504' });
  const results = (await discard(path, 'AppVM1')).filter(({ kind }) => kind === 'disk');
  expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['in-doubt']));
  contoso.azure.faults.clear();
});

it('VHDs go with their files', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1', null));
  const { items } = await planOf(path);
  expect(items.filter(({ kind }) => kind === 'vhd').every(({ bytes }) => (bytes ?? 0) >= 2 ** 30)).toBe(true);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['vhd', 'file']));
  await discard(path, 'FullRestoreVM1');
  await expect.poll(async () => (await planOf(path)).items).toEqual([]);
});

it('nothing goes while Azure restores, or a machine runs from it', async () => {
  const item = `${OPERATIONS}/items/OperationsRG/RevokedVM1`;
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const order = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging') };
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, {
    ...order,
    targetGroup: 'IgniteRG',
  });
  const running = restorePath(jobId ?? '');
  expect((await planOf(running)).state).toBe('running');
  expect(await ask.refusal('POST', `${running}/discard`, { vmName: 'RevokedVM1' })).toBe('restore-running');

  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1', null));
  const { machine } = await draft(path, { name: 'Needed' });
  await ask.send(z.looseObject({}), 'PUT', `${path}/machine`, { machine });
  await expect.poll(async () => (await planOf(path)).state).toBe('in-use');
  expect(await ask.refusal('POST', `${path}/discard`, { vmName: 'FullRestoreVM1' })).toBe('restore-in-use');
  const vhd = z.object({
    properties: z.object({ storageProfile: z.object({ osDisk: z.object({ vhd: z.object({ uri: z.string() }) }) }) }),
  });
  const { body } = await azure('GET', `${vmId('IgniteRG', 'Needed')}?api-version=2023-09-01`);
  const { uri } = vhd.parse(body).properties.storageProfile.osDisk.vhd;
  expect((await direct(contoso.azure, 'adele', 'DELETE', uri)).status).toBe(412);
});

it('the disks that a machine runs from are not said to be deleted', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM2'));
  const disksOf = async () => (await planOf(path)).items.filter(({ kind }) => kind === 'disk').map(({ reason }) => reason);
  expect(new Set(await disksOf())).toEqual(new Set([null]));
  const { machine } = await draft(path, { name: 'Running' });
  await ask.send(z.looseObject({}), 'PUT', `${path}/machine`, { machine });
  await expect.poll(async () => (await planOf(path)).state).toBe('in-use');
  expect(new Set(await disksOf())).toEqual(new Set(['in-use']));
});

it('a key vault that opens another disk stays, and one that may not be purged is told with its date', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1'));
  const { secret } = await createKeyVault(path, 'OnlyForNowKV');
  const settings = { diskEncryptionKey: { secretUrl: secret.url, sourceVault: { id: secret.keyVaultId } } };
  const disk = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/other`;
  await azure('PUT', `${disk}?api-version=2023-04-02`, {
    location: 'westeurope',
    properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 32 },
  });
  const encrypt = (enabled: boolean) =>
    azure('PATCH', `${disk}?api-version=2023-04-02`, {
      properties: { encryptionSettingsCollection: { enabled, encryptionSettings: enabled ? [settings] : [] } },
    });
  await encrypt(true);
  takeEffect(contoso.azure);
  const keyVaultIn = async () => (await planOf(path)).items.find(({ kind }) => kind === 'key-vault');
  await expect.poll(keyVaultIn).toMatchObject({ reason: 'in-use' });
  await encrypt(false);
  const id = keyVaultId('KeyVaultRG', 'OnlyForNowKV');
  await azure('PATCH', `${id}?api-version=2023-07-01`, { properties: { enablePurgeProtection: true } });
  await expect.poll(keyVaultIn).toMatchObject({ reason: null, staysDays: 90 });
  const result = (await discard(path, 'LostVaultVM1')).find(({ kind }) => kind === 'key-vault');
  expect(result).toMatchObject({ state: 'soft-deleted', until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
});

it('a key vault stays where not all disks can be seen that it may open', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1'));
  await createKeyVault(path, 'OnlyForNowKV');
  const role = { actions: ['*/read', 'Microsoft.KeyVault/vaults/delete', 'Microsoft.Compute/disks/delete'] };
  const groups = ['OperationsRG', 'IgniteRG', 'KeyVaultRG'].map((name) => ({ role, scope: `${PRODUCTION}/resourceGroups/${name}` }));
  await holdRoles(contoso, LEE, groups);
  const { items } = await planOf(path, { person: 'lee' });
  expect(items.find(({ kind }) => kind === 'key-vault')).toMatchObject({ reason: 'not-visible' });
  expect(items.filter(({ kind }) => kind === 'disk').map(({ reason }) => reason)).not.toContain('no-right');
});

it('who may not delete is told so before, and what cannot be seen is called that', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const { items, unseen, toSee } = await planOf(path, { person: 'megan' });
  expect(items.filter(({ kind }) => kind === 'disk')).toContainEqual(
    expect.objectContaining({
      reason: 'no-right',
      missing: expect.objectContaining({ scope: `${PRODUCTION}/resourceGroups/IgniteRG`, actions: ['Microsoft.Compute/disks/delete'] }),
    }),
  );
  expect({ unseen, toSee }).toEqual({ unseen: [], toSee: null });
  expect(items.filter(({ kind }) => kind === 'file')).toMatchObject([
    { reason: 'not-visible', bytes: null, missing: { roles: ['Storage Blob Data Contributor'] } },
  ]);
  expect((await discard(path, 'FullRestoreVM1', { person: 'megan' })).every(({ state }) => state === 'left')).toBe(true);
});

it('files behind a firewall that keeps our server out stay, and no role is asked for', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  await closeAccount(contoso);
  const filesOf = async () => (await planOf(path)).items.filter(({ kind }) => kind === 'file');
  await expect.poll(filesOf).toMatchObject([{ reason: 'firewalled', bytes: null, missing: null }]);
});

it('a role that may be activated is named where its lack keeps something', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1'));
  await createKeyVault(path, 'OnlyForNowKV');
  const { items } = await planOf(path, { person: 'patti' });
  expect(items.find(({ kind }) => kind === 'key-vault')).toMatchObject({
    reason: 'no-right',
    missing: { roles: ['Key Vault Contributor'], eligible: [{ role: 'Key Vault Contributor', scope: PRODUCTION }] },
  });
});

it('what may lie where the user sees nothing is said to be left out', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const path = restorePath(jobId);
  await failToMake(path, { name: 'First', group: 'OperationsRG', publicIp: true });
  expect((await networkOf(jobId)).length).toBe(1);
  const role = { actions: ['Microsoft.RecoveryServices/*/read', 'Microsoft.Compute/*/read'] };
  await holdRoles(contoso, LEE, [{ role, scope: PRODUCTION }]);
  const { items, unseen, toSee } = await planOf(path, { person: 'lee' });
  expect(items.map(({ kind }) => kind)).not.toContain('network-interface');
  expect(unseen).toEqual(['network-interface', 'public-ip', 'key-vault']);
  expect(toSee).toMatchObject({ scope: PRODUCTION, roles: ['Reader'] });
});

it('a second attempt uses the network interface of the first, or removes it once there is a machine', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const path = restorePath(jobId);
  await failToMake(path, { name: 'First' });
  const [first] = await networkOf(jobId);
  await failToMake(path, { name: 'Second' });
  expect(await networkOf(jobId)).toEqual([first]);
  await failToMake(path, { name: 'Third', group: 'OperationsRG' });
  expect(await networkOf(jobId)).toContain(first);
  await ask.send(z.looseObject({}), 'PUT', `${path}/machine`, await draft(path, { name: 'Third', group: 'OperationsRG' }));
  const left = await networkOf(jobId);
  expect(left).toHaveLength(1);
  expect(left[0]).toMatch(/OperationsRG/);
});
