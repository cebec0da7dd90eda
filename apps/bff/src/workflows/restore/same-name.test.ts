import { randomUUID } from 'node:crypto';
import { commandOutcome, discardPlan, discardResult, recoveryPoint, restore } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../facts';
import { asker } from '../../testing/ask';
import { PRODUCTION, storageAccountId, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { ADELE, allowBlobs, backUp, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NAME = 'Web-VM-9';

/** Makes a machine of this name and backs it up. Answers the path of its item. */
async function backUpMachine(group: string): Promise<string> {
  const { resources } = contoso.azure.world;
  const nic = resources.get(`${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/WebVM1-nic`);
  const { virtualMachine: _, ...free } = nic?.properties ?? {};
  const nicId = `${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/${NAME}-nic`;
  const put = (id: string, properties: object) =>
    direct(contoso.azure, 'adele', 'PUT', `${id}?api-version=2023-09-01`, { location: 'westeurope', properties });
  await put(nicId, free);
  const made = await put(vmId(group, NAME), {
    hardwareProfile: { vmSize: 'Standard_DS1_v2' },
    storageProfile: { osDisk: { createOption: 'FromImage', osType: 'Windows' } },
    networkProfile: { networkInterfaces: [{ id: nicId }] },
  });
  expect(made.status).toBe(201);
  contoso.azure.advance(2 * MINUTE);
  return backUp(contoso, ask, group, NAME);
}

/** Orders the disks of an item's newest point. Answers the path of the restore. */
async function order(item: string): Promise<string> {
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const request = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging') };
  const body = { ...request, targetGroup: 'IgniteRG' };
  return restorePath((await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, body)).jobId ?? '');
}

const disksOf = async (path: string) => seen((await ask.get(restore, path)).disks);

it('of machines of one name that are restored into one group each has its own disks, and none of the others goes with them', async () => {
  const items = [await backUpMachine('IgniteRG'), await backUpMachine('RestoreRG')] as const;
  const first = await order(items[0]);
  contoso.azure.advance(5_000);
  const second = await order(items[1]);
  contoso.azure.advance(6 * HOUR);
  const [ofFirst, ofSecond] = [await disksOf(first), await disksOf(second)];
  expect([ofFirst, ofSecond]).toEqual([[expect.stringMatching(/^webvm9-osdisk-/)], [expect.stringMatching(/^webvm9-osdisk-/)]]);
  expect(ofFirst).not.toEqual(ofSecond);
  const planned = (await ask.get(discardPlan, `${first}/discard`)).items.filter(({ kind }) => kind === 'disk');
  expect(planned.map(({ name }) => name)).toEqual(ofFirst);
  await ask.send(z.array(discardResult), 'POST', `${first}/discard`, { vmName: NAME });
  expect(await disksOf(second)).toEqual(ofSecond);
});

it('a disk that does not tell its restore is neither taken nor discarded', async () => {
  const path = await order(await backUpMachine('IgniteRG'));
  contoso.azure.advance(6 * HOUR);
  const [name = ''] = await disksOf(path);
  const disk = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/${name}?api-version=2023-04-02`;
  expect((await direct(contoso.azure, 'adele', 'PATCH', disk, { tags: {} })).status).toBe(202);
  contoso.azure.advance(MINUTE);
  await expect.poll(() => disksOf(path)).toEqual([]);
  expect((await ask.get(discardPlan, `${path}/discard`)).items.map(({ kind }) => kind)).not.toContain('disk');
});
