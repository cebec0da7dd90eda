import { machineOptions, vmId as machineId, type Restore } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { PRODUCTION } from '../../../testing/contoso-places';
import { ADELE, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
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
async function bringBack(vm: string, targetGroup: string | null): Promise<Restore> {
  const item = await backUp(contoso, ask, 'LeavingRG', vm);
  const jobId = await restoreDisks(contoso, ask, vm, targetGroup, item);
  const path = restorePath(jobId);
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id ?? '', publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  return watchRestore(ask, path, (found) => states(found)['machine'] === 'done');
}

const encryptionOf = ({ steps }: Restore) => steps.find(({ step }) => step === 'encryption');

async function apply({ jobId }: Restore): Promise<Restore> {
  const path = restorePath(jobId);
  await ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application: null });
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

it('a data disk that was plain beside an encrypted system stays plain', async () => {
  const found = await bringBack('ArchiveVM3', 'IgniteRG');
  expect(encryptionOf(found)).toMatchObject({ state: 'done', reason: null });
  const again = ask.send(z.looseObject({}), 'PUT', `${restorePath(found.jobId)}/encryption`, { application: null });
  expect(await again).toEqual({ state: 'not-needed' });
  expect(settingsOf(found)).toEqual([true, false]);
});

it('of VHDs nobody says which were encrypted: it is said, and keeps neither protection nor after-care', async () => {
  const found = await bringBack('ArchiveVM3', null);
  expect(encryptionOf(found)).toMatchObject({ state: 'ready', reason: 'first-encryption', command: 'renew-encryption' });
  expect(found.next).toMatchObject({ command: 'protect' });
  await ask.send(z.array(z.string()), 'DELETE', `${restorePath(found.jobId)}/leftovers`);
  const left = await watchRestore(ask, restorePath(found.jobId), ({ leftovers }) => seen(leftovers).length === 0);
  expect(states(left)).toMatchObject({ encryption: 'ready', 'after-care': 'done' });
});
