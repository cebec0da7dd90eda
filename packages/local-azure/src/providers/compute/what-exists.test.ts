import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { openCompany, type Company } from '../../testing/backup-company';

let company: Company;
let adele: Caller;

beforeAll(async () => {
  company = await openCompany();
  adele = await callerFor(company, 'adele', '2023-09-01');
});
afterAll(() => company.stop());

const SUBSCRIPTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const GROUP = `${SUBSCRIPTION}/resourceGroups/dbvm1/providers`;
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });

it.each([
  ['Microsoft.Compute/disks/new', { creationData: { createOption: 'Empty' }, diskSizeGB: 4 }],
  ['Microsoft.Compute/availabilitySets/new', {}],
  ['Microsoft.Network/virtualNetworks/new', { addressSpace: { addressPrefixes: ['10.9.0.0/16'] } }],
  ['Microsoft.KeyVault/vaults/new-of-nowhere', {}],
  ['Microsoft.Storage/storageAccounts/newofnowhere', {}],
  ['Microsoft.RecoveryServices/vaults/NewOfNowhere', {}],
  ['Microsoft.Compute/virtualMachines/new', {}],
])('nothing is made in a region that does not exist: %s', async (path, properties) => {
  const body = { location: 'Atlantis', sku: { name: 'Standard', family: 'A' }, properties };
  expect(await adele('PUT', `${GROUP}/${path}`, body)).toMatchObject(refused(400, 'LocationNotAvailableForResourceType'));
});

it('nor is a resource group', async () => {
  expect(await adele('PUT', `${SUBSCRIPTION}/resourcegroups/new`, { location: 'global' })).toMatchObject(
    refused(400, 'LocationNotAvailableForResourceGroup'),
  );
  expect(await adele('PUT', `${SUBSCRIPTION}/resourcegroups/new`, { location: 'West Europe' })).toMatchObject({ status: 201 });
});

const disk = (sku: string) => ({
  location: 'westeurope',
  sku: { name: sku },
  properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4 },
});

it('a disk has a SKU that exists', async () => {
  const path = `${GROUP}/Microsoft.Compute/disks/of-sku`;
  expect(await adele('PUT', path, disk('Golden_LRS'))).toMatchObject(refused(400, 'InvalidParameter'));
  expect((await adele('PUT', path, disk('Premium_ZRS'))).status).toBe(202);
  expect(await adele('PATCH', path, { sku: { name: 'Golden_LRS' } })).toMatchObject(refused(400, 'InvalidParameter'));
  const snapshot = { location: 'westeurope', sku: { name: 'UltraSSD_LRS' }, properties: { creationData: { createOption: 'Empty' } } };
  expect(await adele('PUT', `${GROUP}/Microsoft.Compute/snapshots/of-sku`, snapshot)).toMatchObject(refused(400, 'InvalidParameter'));
});

const machine = (vmSize: string, more: object = {}) => ({
  location: 'westeurope',
  properties: { hardwareProfile: { vmSize }, storageProfile: { osDisk: { createOption: 'FromImage' } }, ...more },
});

it('a machine has a size that exists, and is in an availability set that does', async () => {
  const path = `${GROUP}/Microsoft.Compute/virtualMachines/new`;
  const answer = await adele('PUT', path, machine('Standard_Huge'));
  expect(answer).toMatchObject(refused(400, 'InvalidParameter'));
  expect(answer.body['error']).toMatchObject({ message: expect.stringContaining('Standard_Huge provided for the VM size is not valid') });
  const availabilitySet = { id: `${GROUP}/Microsoft.Compute/availabilitySets/missing` };
  expect(await adele('PUT', path, machine('Standard_DS2_v2', { availabilitySet }))).toMatchObject(refused(404, 'NotFound'));
  const there = `${GROUP}/Microsoft.Compute/virtualMachines/DBVM1Restore`;
  const larger = { properties: { hardwareProfile: { vmSize: 'Standard_Huge' } } };
  expect(await adele('PATCH', there, larger)).toMatchObject(refused(400, 'InvalidParameter'));
});
