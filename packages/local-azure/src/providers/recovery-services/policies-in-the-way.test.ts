import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { clientsOf, HOUR, MINUTE, namesOf, openCompany, vaultId, vmId } from '../../testing/backup-company';
import type { Clients, Company } from '../../testing/backup-company';
import { beginRestore, groupId, jobDetails, restore } from '../../testing/restoring';

const NORTH = ['NorthVault', 'NorthRG'] as const;
const VM = ['NorthRG', 'NorthVM1'] as const;
const OPERATIONS = ['OperationsVault', 'OperationsRG'] as const;
const WHOLE = ['OperationsRG', 'FullRestoreVM1'] as const;
const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const definitionOf = (name: string) => `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
const ALLOWED_LOCATIONS = definitionOf('e56962a6-4747-49cd-b67b-bf8b01975c4c');
const TAG_ON_GROUPS = definitionOf('96670d01-0a4d-4649-9c89-2d3abc0a5025');
const TAG_ON_RESOURCES = definitionOf('871b6d14-10aa-478d-b590-94f262ecfa99');
const ALLOWED_SIZES = definitionOf('cccc23c7-8427-4f53-ad12-b6a63eb452b3');

let company: Company;
let adele: Clients;
let call: Caller;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
  call = await callerFor(company, 'adele', '2023-04-01');
});
beforeEach(() => {
  company.reset('contoso');
  company.setUnkindness('kind');
});
afterAll(() => company.stop());

async function assign(policyDefinitionId: string, parameters: Record<string, unknown>): Promise<void> {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  const path = `${subscription}/providers/Microsoft.Authorization/policyAssignments/rule`;
  expect((await call('PUT', path, { properties: { policyDefinitionId, parameters: values } })).status).toBe(201);
}

/** Protects a machine in a region where nothing was ever backed up. */
async function protectNorth(): Promise<void> {
  await adele.backup.protectedItems.createOrUpdate(...NORTH, 'Azure', ...namesOf(...VM), {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: vmId(...VM),
      policyId: `${vaultId('NorthRG', 'NorthVault')}/backupPolicies/DefaultPolicy`,
    },
  });
  company.advance(2 * MINUTE);
}

async function backUp(): Promise<unknown> {
  await adele.backup.backups.trigger(...NORTH, 'Azure', ...namesOf(...VM), { properties: { objectType: 'IaasVMBackupRequest' } });
  company.advance(2 * HOUR);
  const jobs = await Array.fromAsync(adele.backup.backupJobs.list(...NORTH, { filter: "operation eq 'Backup'" }));
  const { status, errorDetails } = await jobDetails(adele, NORTH, jobs[0]?.name ?? '');
  return { status, code: errorDetails?.[0]?.errorTitle };
}

const disksIn = (group: string) => company.world.resources.list('Microsoft.Compute/disks', groupId(group)).map(({ name }) => name);

const DISALLOWED = { status: 'Failed', code: 'UserErrorRequestDisallowedByPolicy' };
const COMPLETED = { status: 'Completed', code: undefined };

test('A backup fails where the group of its snapshots may not be made, until somebody makes it', async () => {
  await protectNorth();
  await assign(TAG_ON_GROUPS, { tagName: 'CostCenter' });
  expect(await backUp()).toEqual(DISALLOWED);
  await call('PUT', `${subscription}/resourceGroups/AzureBackupRG_northeurope_1`, { location: 'northeurope', tags: { CostCenter: '7' } });
  expect(await backUp()).toEqual(COMPLETED);
});

test('A backup fails where its collection of restore points may not be made, and goes on once there is one', async () => {
  await protectNorth();
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] });
  expect(await backUp()).toEqual(DISALLOWED);
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope', 'northeurope'] });
  expect(await backUp()).toEqual(COMPLETED);
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] });
  expect(await backUp()).toEqual(COMPLETED);
});

test('A restore fails where its disks may not be made, with Azure’s words on it', async () => {
  await assign(TAG_ON_RESOURCES, { tagName: 'Owner' });
  const id = await beginRestore(company, adele, OPERATIONS, ...WHOLE, { targetResourceGroupId: groupId('IgniteRG') });
  company.advance(6 * HOUR);
  const { status, errorDetails } = await jobDetails(adele, OPERATIONS, id);
  expect({ status, code: errorDetails?.[0]?.errorTitle }).toEqual(DISALLOWED);
  expect(errorDetails?.[0]?.errorString).toMatch(/^Resource 'fullrestorevm1-osdisk-\S+' was disallowed by policy\. Policy identifiers: /);
  expect(disksIn('IgniteRG')).not.toContainEqual(expect.stringMatching(/^fullrestorevm1-osdisk/));
});

test('A whole machine is not made where its size is not allowed, and its disks are left', async () => {
  await assign(ALLOWED_SIZES, { listOfAllowedSKUs: ['Standard_B1s'] });
  const network = `${groupId('NetworkRG')}/providers/Microsoft.Network/virtualNetworks/contoso-westeurope`;
  const id = await beginRestore(company, adele, OPERATIONS, 'OperationsRG', 'AppVM1', {
    recoveryType: 'AlternateLocation',
    targetVirtualMachineId: vmId('OperationsRG', 'AppVM1Again'),
    targetResourceGroupId: groupId('OperationsRG'),
    virtualNetworkId: network,
    subnetId: `${network}/subnets/default`,
  });
  company.advance(6 * HOUR);
  const { status, errorDetails } = await jobDetails(adele, OPERATIONS, id);
  expect({ status, code: errorDetails?.[0]?.errorTitle }).toEqual(DISALLOWED);
  expect(disksIn('OperationsRG')).toContainEqual(expect.stringMatching(/^appvm1-osdisk/));
});

test('What a policy has nothing against is restored', async () => {
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] });
  const attributes = await restore(company, adele, OPERATIONS, ...WHOLE, { targetResourceGroupId: groupId('IgniteRG') });
  expect(attributes['Template Blob Uri']).toBeDefined();
});
