import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { skusInSight } from './machine-options';
import { readSizeFeatures } from './machine-skus';

const can = (name: string, value = 'True') => ({ name, value });

const SIZES = [
  {
    resourceType: 'virtualMachines',
    name: 'Standard_M16ms',
    capabilities: [can('EncryptionAtHostSupported'), can('MaxWriteAcceleratorDisksAllowed', '2')],
    locationInfo: [{ zoneDetails: [{ name: ['2', '3'], capabilities: [can('UltraSSDAvailable')] }] }],
  },
];

const place = { subscriptionId: 'subscription', location: 'westeurope', size: 'standard_m16MS' };
const NONE = { ultraDisks: false, hostEncryption: false, accelerators: 0 };

it('a size takes Ultra Disks in the zones that Azure names alone', async () => {
  await using azure = await startTestAzure(() => ({ body: { value: SIZES } }));
  const session = await azure.session('ada');
  const all = { hostEncryption: true, accelerators: 2 };
  expect(await readSizeFeatures(session, { ...place, zone: '2' })).toEqual({ ...all, ultraDisks: true });
  for (const zone of ['1', null]) expect(await readSizeFeatures(session, { ...place, zone })).toEqual({ ...all, ultraDisks: false });
  expect(await readSizeFeatures(session, { ...place, size: 'Other', zone: '2' })).toEqual(NONE);
});

it('what sizes can do is read once, whatever it is needed for', async () => {
  await using azure = await startTestAzure(() => ({ body: { value: SIZES } }));
  const session = await azure.session('ada');
  await skusInSight(session, 'subscription', 'westeurope');
  session.forget();
  await readSizeFeatures(session, { ...place, zone: null });
  expect(azure.azure.received).toHaveLength(1);
});

it.each([403, 404])('of a person to whom Azure answers %d a machine asks for nothing that takes a size of its own', async (status) => {
  await using azure = await startTestAzure(() => ({ status }));
  expect(await readSizeFeatures(await azure.session('ada'), { ...place, zone: null })).toEqual(NONE);
});
