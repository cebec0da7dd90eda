import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at } from '../../world/json';

const MINUTE = 60_000;
const location = 'westeurope';
const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const group = `${groups}/SecurityRG`;
const compute = `${group}/providers/Microsoft.Compute`;
const nic = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const subnet = `${groups}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`;

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-07-01');
});
afterAll(() => azure.stop());

/** A copy of the system of a machine of the company, as a disk that nobody has. */
async function copyOf(vm: string): Promise<string> {
  const { body } = await call('GET', `${groups}/OperationsRG/providers/Microsoft.Compute/virtualMachines/${vm}`);
  const sourceResourceId = at(body, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id');
  await call('PUT', `${compute}/disks/copy`, { location, properties: { creationData: { createOption: 'Copy', sourceResourceId } } });
  azure.advance(MINUTE);
  return `${compute}/disks/copy`;
}

// Azure takes so many calls of one machine.
let count = 0;
let ownVm = '';

beforeEach(async () => {
  count += 1;
  ownVm = `${compute}/virtualMachines/vm-${count}`;
  azure.reset('contoso');
  await call('PUT', group, { location });
  await call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet } } }] } });
});

const make = (diskId: string, more: object = {}, vmSize = 'Standard_D2s_v3') =>
  call('PUT', ownVm, {
    location,
    properties: {
      hardwareProfile: { vmSize },
      storageProfile: { osDisk: { osType: 'Windows', createOption: 'Attach', managedDisk: { id: diskId } } },
      networkProfile: { networkInterfaces: [{ id: nic }] },
      ...more,
    },
  });
const trusted = { securityProfile: { securityType: 'TrustedLaunch' } };
const refusal = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code'), at(body, 'error', 'message')];

test('A machine is of the security type of the disk that it takes, and shows the generation of that disk', async () => {
  const disk = await copyOf('TrustedLaunchVM1');
  const { body } = await call('GET', disk);
  expect(at(body, 'properties')).toMatchObject({ hyperVGeneration: 'V2', securityProfile: { securityType: 'TrustedLaunch' } });
  const refused = [400, 'BadRequest', 'Security type of VM is not compatible with the security type of attached OS Disk.'];
  expect(refusal(await make(disk))).toEqual(refused);
  expect(refusal(await make(disk, { securityProfile: { securityType: 'Standard' } }))).toEqual(refused);
  expect((await make(disk, trusted)).status).toBe(201);
  azure.advance(MINUTE);
  const view = await call('GET', `${ownVm}/instanceView`);
  expect(at(view.body, 'hyperVGeneration')).toBe('V2');
});

test('A disk of the usual kind starts no machine with Trusted Launch', async () => {
  const disk = await copyOf('AppVM1');
  expect(refusal(await make(disk, trusted))[1]).toBe('BadRequest');
  expect(refusal(await make(disk, { securityProfile: { uefiSettings: { vTpmEnabled: true } } }))[1]).toBe('InvalidParameter');
  expect((await make(disk)).status).toBe(201);
});

test('A size that knows the first generation alone starts none of the second', async () => {
  const refused = await make(await copyOf('TrustedLaunchVM1'), trusted, 'Standard_A2');
  expect(refusal(refused)).toEqual([400, 'BadRequest', expect.stringContaining("cannot boot Hypervisor Generation '2'")]);
});

test('A size that knows the second generation alone starts none of the first', async () => {
  const refused = await make(await copyOf('AppVM1'), {}, 'Standard_DC2s_v2');
  expect(refusal(refused)).toEqual([400, 'BadRequest', expect.stringContaining("cannot boot Hypervisor Generation '1'")]);
});

test('The disk that is made with a machine has its security type', async () => {
  const osDisk = { createOption: 'FromImage', name: 'fresh', osType: 'Linux' };
  expect((await make('', { ...trusted, storageProfile: { osDisk } })).status).toBe(201);
  expect(at((await call('GET', `${compute}/disks/fresh`)).body, 'properties', 'securityProfile', 'securityType')).toBe('TrustedLaunch');
});

test('Secure Boot and vTPM of a machine are changed while it is off', async () => {
  const vm = `${groups}/OperationsRG/providers/Microsoft.Compute/virtualMachines/TrustedLaunchVM1`;
  const change = () => call('PATCH', vm, { properties: { securityProfile: { uefiSettings: { secureBootEnabled: false } } } });
  expect(refusal(await change()).slice(0, 2)).toEqual([409, 'OperationNotAllowed']);
  await call('POST', `${vm}/deallocate`);
  azure.advance(MINUTE);
  expect((await change()).status).toBe(200);
  expect(at((await call('GET', vm)).body, 'properties', 'securityProfile', 'uefiSettings')).toEqual({
    secureBootEnabled: false,
    vTpmEnabled: true,
  });
});

const storageOf = (securityEncryptionType: string, createOption: string, managed: object) => ({
  storageProfile: {
    osDisk: { osType: 'Windows', createOption, managedDisk: { ...managed, securityProfile: { securityEncryptionType } } },
  },
});

test('A confidential machine says what of its disk is encrypted, as the disk that it takes does, and no other machine says it', async () => {
  const missing = "Required parameter for Confidential VMs 'managedDisk.securityProfile.securityEncryptionType' is missing (null).";
  const confidential = { securityProfile: { securityType: 'ConfidentialVM' } };
  const disk = await copyOf('ConfidentialVM1');
  const attached = (type: string) => storageOf(type, 'Attach', { id: disk });
  const size = 'Standard_DC2as_v5';
  expect(refusal(await make(disk, confidential, size))).toEqual([400, 'BadRequest', missing]);
  expect(refusal(await make(disk, { ...confidential, ...attached('VMGuestStateOnly') }, size))[1]).toBe('BadRequest');
  expect(refusal(await make('', { ...trusted, ...storageOf('VMGuestStateOnly', 'FromImage', {}) }))[1]).toBe('InvalidParameter');
  expect((await make(disk, { ...confidential, ...attached('DiskWithVMGuestState') }, size)).status).toBe(201);
});

test('The disk that is made with a confidential machine tells what of it is encrypted', async () => {
  const securityProfile = { securityEncryptionType: 'VMGuestStateOnly' };
  const osDisk = { createOption: 'FromImage', name: 'fresh', osType: 'Linux', managedDisk: { securityProfile } };
  await make('', { securityProfile: { securityType: 'ConfidentialVM' }, storageProfile: { osDisk } }, 'Standard_DC2as_v5');
  const { body } = await call('GET', `${compute}/disks/fresh`);
  expect(at(body, 'properties', 'securityProfile', 'securityType')).toBe('ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey');
});
