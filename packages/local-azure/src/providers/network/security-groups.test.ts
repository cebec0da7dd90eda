import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { clientsOf, MINUTE, namesOf, openCompany, protect, type Company } from '../../testing/backup-company';
import { at, list, record } from '../../world/json';

let company: Company;
let call: Caller;

beforeAll(async () => {
  company = await openCompany();
  call = await callerFor(company, 'Adele', '2024-05-01');
});
afterAll(() => company.stop());

const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const network = `${groups}/NetworkRG/providers/Microsoft.Network`;
const nsg = `${network}/networkSecurityGroups/front-nsg`;
const location = 'westeurope';

const rule = (priority: number, more: object = {}) => ({
  protocol: 'tcp',
  sourcePortRange: '*',
  destinationPortRange: '443',
  sourceAddressPrefix: '*',
  destinationAddressPrefix: 'Internet',
  access: 'deny',
  priority,
  direction: 'outbound',
  ...more,
});
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code')];
const put = (...rules: [name: string, properties: object][]) =>
  call('PUT', nsg, { location, properties: { securityRules: rules.map(([name, properties]) => ({ name, properties })) } });

describe('A network security group', () => {
  test('has its rules in Azure’s spelling, and the default ones', async () => {
    const made = await put(['no-web', rule(200)]);
    expect(made.status).toBe(201);
    const { securityRules, defaultSecurityRules } = record(made.body['properties']);
    expect(list(securityRules)[0]).toMatchObject({
      id: `${nsg}/securityRules/no-web`,
      properties: { protocol: 'Tcp', access: 'Deny', direction: 'Outbound', provisioningState: 'Succeeded', sourcePortRanges: [] },
    });
    expect(list(defaultSecurityRules).map((one) => at(one, 'name'))).toContain('DenyAllInBound');
  });

  test.each([
    ['SecurityRuleInvalidPriority', rule(99)],
    ['SecurityRuleInvalidPortRange', rule(100, { destinationPortRange: '80-70' })],
    ['InvalidRequestFormat', rule(100, { protocol: 'Sctp' })],
    ['SecurityRuleParameterContainsUnsupportedValue', rule(100, { sourceAddressPrefixes: ['10.0.0.0/8'] })],
    ['SecurityRuleConflict', rule(200)],
  ])('refuses a rule that cannot be: %s', async (code, properties) => {
    expect(codeOf(await put(['no-web', rule(200)], ['another', properties]))).toEqual([400, code]);
  });

  test('gets and loses single rules', async () => {
    await put(['no-web', rule(200)]);
    const one = `${nsg}/securityRules/ssh`;
    expect((await call('PUT', one, { properties: rule(300, { access: 'Allow', direction: 'Inbound' }) })).status).toBe(201);
    expect((await call('PUT', one, { properties: rule(310, { direction: 'Inbound' }) })).status).toBe(200);
    expect(codeOf(await call('PUT', one, { properties: rule(200) }))).toEqual([400, 'SecurityRuleConflict']);
    expect(at((await call('GET', one)).body, 'properties', 'priority')).toBe(310);
    expect(list((await call('GET', `${nsg}/securityRules`)).body['value'])).toHaveLength(2);
    expect((await call('DELETE', one)).status).toBe(200);
    expect((await call('DELETE', one)).status).toBe(204);
    expect((await call('GET', one)).status).toBe(404);
    expect((await call('GET', `${nsg}/defaultSecurityRules/DenyAllOutBound`)).status).toBe(200);
    const grouped = rule(400, { destinationApplicationSecurityGroups: [{ id: '/x' }] });
    expect(codeOf(await call('PUT', one, { properties: grouped }))).toEqual([501, 'NotImplemented']);
  });

  test('filters a subnet, and stays while it does', async () => {
    const vnet = `${network}/virtualNetworks/roomy`;
    const addressSpace = { addressPrefixes: ['10.0.0.0/16'] };
    expect((await call('PUT', vnet, { location: 'westeurope', properties: { addressSpace, subnets: [] } })).status).toBe(201);
    const subnet = `${vnet}/subnets/filtered`;
    const settings = { addressPrefix: '10.0.20.0/24', networkSecurityGroup: { id: nsg } };
    expect((await call('PUT', subnet, { properties: settings })).status).toBe(201);
    expect(at((await call('GET', nsg)).body, 'properties', 'subnets')).toEqual([{ id: subnet }]);
    expect(codeOf(await call('DELETE', nsg))).toEqual([400, 'InUseNetworkSecurityGroupCannotBeDeleted']);
    const missing = { ...settings, networkSecurityGroup: { id: `${network}/networkSecurityGroups/none` } };
    expect(codeOf(await call('PUT', subnet, { properties: missing }))).toEqual([400, 'InvalidResourceReference']);
    expect((await call('DELETE', subnet)).status).toBe(200);
  });
});

describe('A machine whose way out is closed by a security group', () => {
  const groupName = 'DBVM1';
  const machine = 'DBVM1Restore';

  async function backUp() {
    const { backup } = await clientsOf(company);
    const names = namesOf(groupName, machine);
    await backup.backups.trigger('IgniteDemoVault', 'IgniteRG', 'Azure', ...names, {
      properties: { objectType: 'IaasVMBackupRequest' },
    });
    company.advance(6 * 60 * MINUTE);
    for await (const job of backup.backupJobs.list('IgniteDemoVault', 'IgniteRG', { filter: "operation eq 'Backup'" }))
      return job.properties;
    return undefined;
  }

  test('cannot be backed up until a rule of more weight opens it', async () => {
    const { body: vm } = await call('GET', `${groups}/${groupName}/providers/Microsoft.Compute/virtualMachines/${machine}`);
    const nicId = String(at(list(at(vm, 'properties', 'networkProfile', 'networkInterfaces'))[0], 'id'));
    const { body: nic } = await call('GET', nicId);
    await put(['no-web', rule(200)]);
    const properties = { ...record(nic['properties']), networkSecurityGroup: { id: nsg } };
    expect((await call('PUT', nicId, { location: nic['location'], properties })).status).toBe(200);
    await protect(await clientsOf(company), groupName, machine);
    company.advance(10 * MINUTE);
    expect(await backUp()).toMatchObject({
      status: 'Failed',
      errorDetails: [{ errorTitle: 'ExtensionSnapshotFailedNoNetwork' }],
    });
    await put(['no-web', rule(200)], ['backup', rule(150, { access: 'Allow', destinationAddressPrefix: 'Storage' })]);
    expect(await backUp()).toMatchObject({ status: 'Completed' });
  });

  test('in a subnet without default outbound access needs an endpoint of the service, or a public address', async () => {
    const { body: vm } = await call('GET', `${groups}/${groupName}/providers/Microsoft.Compute/virtualMachines/${machine}`);
    const { body: nic } = await call('GET', String(at(list(at(vm, 'properties', 'networkProfile', 'networkInterfaces'))[0], 'id')));
    const subnet = String(at(list(at(nic, 'properties', 'ipConfigurations'))[0], 'properties', 'subnet', 'id'));
    const { body: before } = await call('GET', subnet);
    const closed = { ...record(before['properties']), defaultOutboundAccess: false };
    expect((await call('PUT', subnet, { properties: closed })).status).toBe(200);
    await protect(await clientsOf(company), groupName, machine);
    company.advance(10 * MINUTE);
    expect(await backUp()).toMatchObject({ status: 'Failed', errorDetails: [{ errorTitle: 'ExtensionSnapshotFailedNoNetwork' }] });
    await call('PUT', subnet, { properties: { ...closed, serviceEndpoints: [{ service: 'Microsoft.Storage' }] } });
    expect(await backUp()).toMatchObject({ status: 'Completed' });
  });
});
