import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { connect } from '../../testing/connect';
import { guestOf, putGuest } from '../../world/compute/guests';

const MINUTE = 60_000;
let azure: LocalAzure;
let compute: ComputeManagementClient;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
});
afterAll(() => azure.stop());

/** Reads a signed address as anybody can. */
async function read(address = ''): Promise<Buffer> {
  const { host, pathname, search } = new URL(address);
  const answer = await fetch(`${azure.url}${pathname}${search}`, { headers: { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function shown(machine: string) {
  const data = await compute.virtualMachines.retrieveBootDiagnosticsData('IgniteRG', machine);
  return { picture: await read(data.consoleScreenshotBlobUri), log: (await read(data.serialConsoleLogBlobUri)).toString() };
}

async function enable(machine: string, enabled = true) {
  const diagnosticsProfile = { bootDiagnostics: { enabled } };
  await compute.virtualMachines.beginUpdate('IgniteRG', machine, { diagnosticsProfile });
  azure.advance(MINUTE);
}

describe('Boot diagnostics', () => {
  test('is off until somebody turns it on', async () => {
    await expect(compute.virtualMachines.retrieveBootDiagnosticsData('IgniteRG', 'WebVM1')).rejects.toMatchObject({
      statusCode: 409,
      code: 'OperationNotAllowed',
    });
    const own = { bootDiagnostics: { enabled: true, storageUri: 'https://contosostaging.blob.core.windows.net/' } };
    await expect(compute.virtualMachines.beginUpdate('IgniteRG', 'WebVM1', { diagnosticsProfile: own })).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  test('shows the screen, and what the serial port told, as the machine is now', async () => {
    await enable('WebVM1');
    const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/WebVM1`;
    const running = await shown('WebVM1');
    expect(running.picture.subarray(0, 2).toString()).toBe('BM');
    expect(running.picture.readUInt32LE(2)).toBe(running.picture.length);
    expect(running.log).toContain('Computer is booting, SAC started and initialized.');
    const { instanceView } = await compute.virtualMachines.get('IgniteRG', 'WebVM1', { expand: 'instanceView' });
    expect(instanceView?.bootDiagnostics).toEqual({});
    putGuest(azure.world, id, { ...guestOf(azure.world, id), recovery: 'BitLocker' });
    const waiting = await shown('WebVM1');
    expect(waiting.log).toContain('BitLocker waits for the recovery key');
    expect(waiting.picture.equals(running.picture)).toBe(false);
    putGuest(azure.world, id, { ...guestOf(azure.world, id), power: 'deallocated' });
    expect((await shown('WebVM1')).log.trim()).toBe('');
  });
});
