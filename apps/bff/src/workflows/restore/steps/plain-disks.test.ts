import { endingMachine, keyChain, machineOptions, restore, vmId as machineId, type Restore, removedLeftovers } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { assignPolicy } from '../../../testing/assign-policy';
import { PRODUCTION } from '../../../testing/contoso-places';
import { decide, letGoOn, lookAtPlan, proposedAnswers } from '../../../testing/planning';
import { direct } from '../../../testing/direct';
import { CONTOSO_KV } from '../../../testing/keys-back';
import { ADELE, MEGAN, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso('retirement');
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;

/** Brings a machine back as far as it runs. Answers its restore then. */
async function bringBack(
  vm: string,
  targetGroup: string | null,
  between = (_path: string) => Promise.resolve(),
  { group, size } = { group: 'LeavingRG', size: 'Standard_DS2_v2' },
): Promise<Restore> {
  const item = await backUp(contoso, ask, group, vm);
  const jobId = await restoreDisks(contoso, ask, vm, targetGroup, item);
  const path = restorePath(jobId);
  await between(path);
  // Azure is done with a change of a disk some time after its answer.
  contoso.azure.world.setClock({ mode: 'accelerated', speed: 1 });
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size, subnetId: subnets[0]?.id ?? '', publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.world.setClock({ mode: 'standing' });
  contoso.azure.advance(5 * MINUTE);
  return watchRestore(ask, path, (found) => states(found)['machine'] === 'done');
}

const encryptionOf = ({ steps }: Restore) => steps.find(({ step }) => step === 'encryption');

async function apply({ jobId }: Restore): Promise<Restore> {
  const path = restorePath(jobId);
  await ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application: null, encryptPlain: false });
  contoso.azure.advance(10 * MINUTE);
  return watchRestore(ask, path, (found) => encryptionOf(found)?.state === 'done');
}

/** Which of the restored disks have encryption settings, the system's first. */
const settingsOf = (found: Restore) =>
  seen(found.disks).map((name) => {
    const disk = contoso.azure.world.resources.get(`${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/${name}`);
    return disk?.properties['encryptionSettingsCollection'] !== undefined;
  });

it('a machine whose data disks alone were encrypted comes back to its end', async () => {
  const found = await bringBack('ArchiveVM1', 'IgniteRG');
  expect(encryptionOf(found)).toMatchObject({ state: 'ready', reason: null });
  const ended = await apply(found);
  expect(encryptionOf(ended)).toMatchObject({ state: 'done', reason: null });
  expect(ended.steps.find(({ step }) => step === 'after-care')).toMatchObject({ state: 'ready', command: 'remove-leftovers' });
  expect(settingsOf(ended)).toEqual([false, true]);
});

it('the extension for its encryption has the tags of the machine, which a policy may want of it', async () => {
  const found = await bringBack('ArchiveVM1', 'IgniteRG');
  const { resources } = contoso.azure.world;
  const machine = resources.get(seen(found.machineId) ?? '');
  if (!machine) throw new Error('There is no machine.');
  resources.put({ ...machine, tags: { 'cost-center': '4711' } });
  const policy = {
    scope: `${PRODUCTION}/resourceGroups/IgniteRG`,
    policy: 'tagOnResources',
    parameters: { tagName: 'cost-center' },
  } as const;
  await assignPolicy(contoso.azure, 'Tagged', policy);
  expect(encryptionOf(await apply(found))).toMatchObject({ state: 'done' });
  const extensions = resources.below(`${machine.id}/extensions`);
  expect(extensions.map(({ tags }) => tags)).toEqual([{ 'cost-center': '4711' }]);
});

it('a data disk that was plain beside an encrypted system stays plain', async () => {
  const found = await bringBack('ArchiveVM3', 'IgniteRG');
  expect(encryptionOf(found)).toMatchObject({ state: 'done', reason: null });
  const again = ask.send(z.looseObject({}), 'PUT', `${restorePath(found.jobId)}/encryption`, { application: null, encryptPlain: false });
  expect(await again).toEqual({ state: 'not-needed' });
  expect(settingsOf(found)).toEqual([true, false]);
});

it('of more than 16 disks nobody says which were encrypted, for Azure Backup leaves their settings out', async () => {
  const { jobId, disks } = await bringBack('ArchiveVM3', 'IgniteRG');
  const { resources } = contoso.azure.world;
  const groupOfDisks = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks`;
  const plain = resources.get(`${groupOfDisks}/${seen(disks).at(-1)}`);
  if (!plain) throw new Error('The data disk is not there.');
  for (let lun = 1; lun < 16; lun += 1) {
    const name = plain.name.replace(/-datadisk-\d+-/, `-datadisk-${String(lun).padStart(3, '0')}-`);
    resources.put({ ...plain, id: `${groupOfDisks}/${name}`, name });
  }
  const found = await watchRestore(ask, restorePath(jobId), (restore) => seen(restore.disks).length === 17);
  expect(encryptionOf(found)).toMatchObject({ state: 'ready', reason: 'disks-untold' });
});

it('of a machine that was not encrypted nobody is asked whether its disks were', async () => {
  const found = await bringBack('ManyDisksVM2', null, undefined, { group: 'OperationsRG', size: 'Standard_DS4_v2' });
  expect(encryptionOf(found)).toMatchObject({ state: 'done', reason: 'not-needed' });
  expect(found.openDisks).toEqual({ encrypted: [], untold: [], plain: [] });
});

const told = z.strictObject({ state: z.literal('confirmed') });

it('of VHDs nobody says which were encrypted: until a person says it, the key data stays', async () => {
  const found = await bringBack('ArchiveVM3', null);
  const path = restorePath(found.jobId);
  expect(encryptionOf(found)).toMatchObject({ state: 'ready', reason: 'disks-untold', command: 'renew-encryption' });
  expect(found.openDisks).toEqual({ encrypted: [], untold: [expect.any(String)], plain: [] });
  expect(found.next).toMatchObject({ command: 'protect' });
  expect(await ask.refusal('DELETE', `${path}/leftovers`)).toBe('machine-not-verified');
  const { untold: disks } = found.openDisks;

  const seenByMegan = await ask.get(restore, path, { person: 'megan' });
  expect(encryptionOf(seenByMegan)).toMatchObject({ state: 'hidden', reason: 'encryption-out-of-sight', needs: [{ right: 'read-blobs' }] });
  const asMegan = () => ask.refusal('PUT', `${path}/plain-disks`, { disks }, { person: 'megan' });
  expect(await asMegan()).toBe('storage-data-forbidden');
  await allowBlobs(contoso, MEGAN);
  expect(await asMegan()).toBe('forbidden');
  expect(await ask.refusal('PUT', `${path}/plain-disks`, { disks: [...disks, 'other'] })).toBe('disks-told');
  expect(encryptionOf(await ask.get(restore, path))).toMatchObject({ reason: 'disks-untold' });
  await ask.send(told, 'PUT', `${path}/plain-disks`, { disks });

  const said = await ask.get(restore, path);
  expect(encryptionOf(said)).toMatchObject({ state: 'done', reason: null });
  expect(said.openDisks).toEqual({ encrypted: [], untold: [], plain: disks });
  expect(said.plainDisks).toEqual([{ disks, by: { name: 'Adele Vance', username: expect.any(String) }, at: expect.any(String) }]);
  await ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`);
  const left = await watchRestore(ask, path, ({ leftovers }) => seen(leftovers).length === 0);
  expect(states(left)).toMatchObject({ encryption: 'done', 'after-care': 'done' });
  const again = ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application: null, encryptPlain: false });
  expect(await again).toEqual({ state: 'not-needed' });
});

it('who applies the encryption after all takes back what was said, and until it ran the key data stays', async () => {
  const found = await bringBack('ArchiveVM3', null);
  const path = restorePath(found.jobId);
  const { untold: disks } = found.openDisks;
  await ask.send(told, 'PUT', `${path}/plain-disks`, { disks });
  expect(await ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application: null, encryptPlain: true })).toEqual({
    state: 'started',
  });
  const asked = await ask.get(restore, path);
  expect(asked).toMatchObject({ openDisks: { untold: disks, plain: [] }, plainDisks: [] });
  expect(states(asked)).toMatchObject({ encryption: 'running', 'after-care': 'blocked' });
  contoso.azure.advance(10 * MINUTE);
  const ended = await watchRestore(ask, path, (now) => encryptionOf(now)?.state === 'done');
  expect(ended).toMatchObject({ openDisks: { encrypted: [], untold: [], plain: [] }, plainDisks: [] });
});

it('what was said of one restore is not said of another of the same machine', async () => {
  const first = await bringBack('ArchiveVM3', null);
  await ask.send(told, 'PUT', `${restorePath(first.jobId)}/plain-disks`, { disks: first.openDisks.untold });
  await direct(contoso.azure, 'adele', 'DELETE', `${seen(first.machineId)}?api-version=2024-07-01`);
  const second = await bringBack('ArchiveVM3', null);
  expect(encryptionOf(second)).toMatchObject({ reason: 'disks-untold' });
});

it('a disk that may have been plain is encrypted only by who says so', async () => {
  const found = await bringBack('ArchiveVM3', null);
  const path = `${restorePath(found.jobId)}/encryption`;
  expect(await ask.refusal('PUT', path, { application: null, encryptPlain: false })).toBe('encryption-unconfirmed');
  expect(await ask.send(z.looseObject({}), 'PUT', path, { application: null, encryptPlain: true })).toEqual({ state: 'started' });
});

/** Purges the key vault and has key and secret put into a new one. */
async function moveKeys(path: string): Promise<void> {
  await direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`);
  const purge = CONTOSO_KV.replace(/resourceGroups.*vaults\//, 'providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/');
  await direct(contoso.azure, 'adele', 'POST', `${purge}/purge?api-version=2023-07-01`);
  await watchRestore(ask, path, ({ keyChain: chain }) => chain?.key?.state === 'vault-missing');
  await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' } });
}

it('where keys moved, the disks that have settings are told, and no other', async () => {
  const found = await bringBack('ArchiveVM3', 'IgniteRG', moveKeys);
  expect(encryptionOf(found)).toMatchObject({ state: 'done', reason: null });
  expect(settingsOf(found)).toEqual([true, false]);
});

it('where keys moved, of VHDs that of the system is told: the others stand as where no key did', async () => {
  const untold = { state: 'ready', reason: 'disks-untold' };
  expect(encryptionOf(await bringBack('PaymentsVM1', null))).toMatchObject(untold);
  contoso.azure.reset('retirement');
  await allowBlobs(contoso, ADELE);
  expect(encryptionOf(await bringBack('PaymentsVM1', null, moveKeys))).toMatchObject(untold);
});

const isKept = () =>
  contoso.azure.world.resources.get(CONTOSO_KV.replace(/[^/]*$/, 'SecondKV'))?.properties['enablePurgeProtection'] === true;

it('a run protects the machine and then asks whether the others were encrypted, before it removes key data', async () => {
  const found = await bringBack('PaymentsVM1', null, moveKeys);
  const path = restorePath(found.jobId);
  await decide(ask, path, await proposedAnswers(ask, path));
  const asking = await letGoOn(contoso, ask, path);
  await expect
    .poll(async () => (await lookAtPlan(ask, path))?.standing)
    .toMatchObject({ stop: { step: 'encryption', reason: 'disks-untold' } });
  expect(states(asking)).toMatchObject({ encryption: 'ready', 'after-care': 'blocked' });
  expect(seen(asking.leftovers)).not.toEqual([]);
  expect(isKept()).toBe(false);

  await ask.send(told, 'PUT', `${path}/plain-disks`, { disks: asking.openDisks.untold });
  // Anyone who looks goes on with it.
  const goesOn = async () => {
    contoso.azure.advance(15 * MINUTE);
    return (await lookAtPlan(ask, path))?.standing.state;
  };
  await expect.poll(goesOn).toBe('done');
  const ended = await ask.get(restore, path);
  expect(ended.next).toEqual({ kind: 'done' });
  expect(seen(ended.leftovers)).toEqual([]);
  expect(isKept()).toBe(true);
});

const ending = async () => (await ask.get(z.array(endingMachine), '/api/encryption-end')).find(({ machine }) => machine.name === 'Again');

it('a restored machine whose system is encrypted is not called movable for the last run of the extension', async () => {
  const found = await bringBack('ArchiveVM2', 'IgniteRG');
  await apply(found);
  await expect.poll(ending).toMatchObject({ volumes: 'all' });
});
