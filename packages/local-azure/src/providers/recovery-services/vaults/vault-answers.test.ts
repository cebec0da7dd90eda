import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientsOf, namesOf, openCompany } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;
const type = 'Microsoft.RecoveryServices/Vaults';

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());

test('The provider names what can be done with it', async () => {
  const names = (await Array.fromAsync(adele.vaults.operations.list())).map(({ name }) => name);
  expect(names).toContain('Microsoft.RecoveryServices/Vaults/backupJobs/read');
  expect(new Set(names).size).toBe(names.length);
});

test('A vault counts what is stored by redundancy, and other things beside it', async () => {
  const usages = await Array.fromAsync(adele.vaults.usages.listByVaults('OperationsRG', 'OperationsVault'));
  const inBytes = usages.filter(({ unit }) => unit === 'Bytes').map(({ name }) => name?.value);
  expect(inBytes.slice(0, 3)).toEqual(['UsedDiskSize', 'GRSStorageUsage', 'LRSStorageUsage']);
  expect(usages.slice(-2).map(({ name, unit }) => [name?.value, unit])).toEqual([
    ['Critical', 0],
    ['Warning', 0],
  ]);
});

const check = (name: string) => adele.vaults.recoveryServices.checkNameAvailability('IgniteRG', 'westeurope', { type, name });

test('A name is free until a vault of the group has it', async () => {
  expect(await check('BrandNewVault')).toMatchObject({ nameAvailable: true });
  expect(await check('ignitedemovault')).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' });
  expect(await check('1')).toMatchObject({ nameAvailable: false, reason: 'Invalid' });
});

test('A region names the zones that private endpoints would need', async () => {
  const asked = { type, properties: { dnsZones: [{ subResource: 'AzureBackup' }] } };
  const { properties } = await adele.vaults.recoveryServices.capabilities('westeurope', asked);
  expect(properties?.dnsZones?.[0]?.requiredZoneNames).toEqual(['privatelink.we.backup.windowsazure.com']);
});

test('A security PIN has six digits and is good for five minutes', async () => {
  const { securityPIN, expiryTimeInUtcTicks = 0 } = await adele.backup.securityPINs.get(...VAULT);
  expect(securityPIN).toMatch(/^\d{6}$/);
  const minutes = ((expiryTimeInUtcTicks - 621_355_968_000_000_000) / 10_000 - company.world.clock.now()) / 60_000;
  expect(Math.round(minutes)).toBe(5);
});

test('The container of a protected machine can be read by its name', async () => {
  const [item] = await Array.fromAsync(adele.backup.backupProtectedItems.list(...VAULT));
  const [, group = '', vm = ''] = (item?.name ?? '').split(';').slice(-3);
  const [container] = namesOf(group, vm);
  const { properties } = await adele.backup.protectionContainers.get(...VAULT, 'Azure', container);
  expect(properties).toMatchObject({ friendlyName: vm, registrationStatus: 'Registered' });
  await expect(adele.backup.protectionContainers.get(...VAULT, 'Azure', 'IaasVMContainer;none')).rejects.toMatchObject({ statusCode: 404 });
});

test('What only other workloads have is listed as nothing', async () => {
  expect(await Array.fromAsync(adele.backup.backupEngines.list(...VAULT))).toEqual([]);
  expect(await Array.fromAsync(adele.backup.protectableContainers.list(...VAULT, 'Azure'))).toEqual([]);
});
