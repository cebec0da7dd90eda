import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../../seeds/company';
import { callerFor } from '../../../testing/arm-caller';
import { at, list } from '../../../world/json';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'catastrophe', clock: { mode: 'standing' } });
});
afterAll(() => azure.stop());

const vault = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/EstateRG/providers/Microsoft.RecoveryServices/vaults/EstateVault`;

async function pointsOf(group: string, name: string, apiVersion: string) {
  const call = await callerFor(azure, 'megan', apiVersion);
  const part = `iaasvmcontainerv2;${group};${name}`;
  const item = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
  const { body } = await call('GET', `${item}/recoveryPoints`);
  return list(body['value']).map((point) => at(point, 'properties'));
}

test('only the newest point of a machine that was struck is unhealthy, and says why', async () => {
  const points = await pointsOf('OrdersRG', 'OrdersSql01', '2026-07-01');
  expect(points.map((point) => at(point, 'threatStatus'))).toEqual(['UnHealthy', 'Healthy', 'Healthy', 'Healthy', 'Healthy']);
  expect(list(at(points[0], 'threatInfo'))[0]).toMatchObject({
    threatTitle: 'Ransomware indicators detected',
    threatState: 'Active',
    threatSeverity: 'High',
    threatStartTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/),
  });
  expect(at(points[1], 'threatInfo')).toBeUndefined();
});

test('points of a machine that was not struck are healthy', async () => {
  const points = await pointsOf('DirectoryRG', 'DC01', '2026-07-01');
  expect(points.map((point) => at(point, 'threatStatus'))).toEqual(Array.from({ length: 5 }, () => 'Healthy'));
});

test('earlier versions of the API tell nothing of it', async () => {
  const points = await pointsOf('OrdersRG', 'OrdersSql01', '2023-06-01');
  expect(points.map((point) => at(point, 'threatStatus'))).toEqual(Array.from({ length: 5 }, () => undefined));
});

test('the items of a vault that scans say which of them are suspicious', async () => {
  const call = await callerFor(azure, 'megan', '2026-07-01');
  const { body } = await call('GET', `${vault}/backupProtectedItems`);
  const summaryOf = (name: string) => {
    const item = list(body['value']).find((one) => at(one, 'properties', 'friendlyName') === name);
    return at(item, 'properties', 'sourceSideScanInfo');
  };
  expect(summaryOf('Hr01')).toEqual({ sourceSideScanStatus: 'Configured', sourceSideScanSummary: 'Suspicious' });
  expect(summaryOf('DC01')).toEqual({ sourceSideScanStatus: 'Configured', sourceSideScanSummary: 'Healthy' });
});
