import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { serviceSas } from '../testing/shared-key-caller';
import { connect } from '../testing/connect';
import { at, list, record } from '../world/json';
import { secretObjects } from '../world/key-vault/key-vault-objects';
import { groupId, restore, restoredFile } from '../testing/restoring';
import { clientsOf, MINUTE, openCompany } from '../testing/backup-company';
import type { Clients, Company } from '../testing/backup-company';
import { callerFor, type Caller } from '../testing/arm-caller';

const OPERATIONS = ['OperationsVault', 'OperationsRG'] as const;
const deployment = (name: string) => `${groupId('IgniteRG')}/providers/Microsoft.Resources/deployments/${name}`;
const value = (text: string) => ({ value: text });
const parameters = {
  VirtualMachineName: value('Deployed'),
  VirtualNetwork: value('contoso-westeurope'),
  VirtualNetworkResourceGroup: value('NetworkRG'),
  Subnet: value('default'),
};

const linked = (uri: string) => ({ properties: { mode: 'Incremental', templateLink: { uri }, parameters } });

let company: Company;
let adele: Clients;
let call: Caller;
let attributes: Record<string, string>;
let template: Record<string, unknown>;

beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
  call = await callerFor(company, 'adele', '2024-11-01');
});
beforeEach(async () => {
  company.reset('contoso');
  attributes = await restore(company, adele, OPERATIONS, 'OperationsRG', 'FullRestoreVM1', { targetResourceGroupId: groupId('IgniteRG') });
  const name = (attributes['Template Blob Uri'] ?? '').split('/').at(-1) ?? '';
  template = record(JSON.parse((await restoredFile(company, { ...attributes, name }, 'name')).toString('utf8')));
});
afterAll(() => company.stop());

const stateOf = async (name: string) => at((await call('GET', deployment(name))).body, 'properties', 'provisioningState');

describe('The template that a restore leaves', () => {
  test('makes a machine with its network interface and public address', async () => {
    const properties = { mode: 'Incremental', template, parameters };
    expect((await call('POST', `${deployment('again')}/validate`, { properties })).status).toBe(200);
    const put = await call('PUT', deployment('again'), { properties });
    expect(put).toMatchObject({ status: 201, body: { properties: { provisioningState: 'Accepted' } } });
    company.advance(10_000);
    expect(await stateOf('again')).toBe('Running');
    company.advance(2 * MINUTE);
    expect(await stateOf('again')).toBe('Succeeded');
    const operations = list((await call('GET', `${deployment('again')}/operations`)).body['value']);
    expect(operations.map((one) => at(one, 'properties', 'provisioningState'))).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    const [first] = operations;
    const operationId = String(at(first, 'operationId'));
    const ofDeployment = `${groupId('IgniteRG')}/deployments/again/operations`;
    expect((await call('GET', `${ofDeployment}/${operationId}`)).body).toEqual(first);
    expect((await call('GET', `${ofDeployment}/none`)).status).toBe(404);

    const { credential, httpClient } = await connect(company, 'adele');
    const compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
    const vm = await compute.virtualMachines.get('IgniteRG', 'Deployed', { expand: 'instanceView' });
    expect(vm.instanceView?.vmAgent?.statuses?.[0]?.displayStatus).toBe('Ready');
    expect(vm.instanceView?.disks?.[0]?.statuses?.at(-1)?.code).toBe('EncryptionState/encrypted');
  });

  test('is read from its URL by anyone who has a signature for it', async () => {
    const { pathname, href } = new URL(attributes['Template Blob Uri'] ?? '');
    const sas = serviceSas(company, 'contosostaging', pathname.slice(1), 'r', new Date(Date.now() + 3_600_000));
    expect((await call('POST', `${deployment('linked')}/validate`, linked(`${href}?${sas}`))).status).toBe(200);
    const bare = await call('POST', `${deployment('linked')}/validate`, linked(href));
    expect([bare.status, at(bare.body, 'error', 'code')]).toEqual([400, 'InvalidContentLink']);
  });

  test('is refused without the name of the machine', async () => {
    const { VirtualMachineName: _, ...others } = parameters;
    const { status, body } = await call('POST', `${deployment('nameless')}/validate`, {
      properties: { mode: 'Incremental', template, parameters: others },
    });
    expect([status, at(body, 'error', 'code')]).toEqual([400, 'InvalidTemplate']);
    expect(at(body, 'error', 'message')).toContain('VirtualMachineName');
  });

  test('fails with the reason when the secret is gone', async () => {
    for (const { vault, name } of secretObjects(company.world).list('contosokv/'))
      secretObjects(company.world).delete(`${vault}/${name}`.toLowerCase());
    await call('PUT', deployment('lost'), { properties: { mode: 'Incremental', template, parameters } });
    company.advance(3 * MINUTE);
    const { body } = await call('GET', deployment('lost'));
    expect(body).toMatchObject({
      properties: { provisioningState: 'Failed', error: { code: 'DeploymentFailed', details: [{ code: 'DiskEncryptionInternalError' }] } },
    });
  });
});

test('Somebody may deploy only what he may make himself', async () => {
  const lee = await callerFor(company, 'lee', '2024-11-01');
  const resources = [
    { type: 'Microsoft.KeyVault/vaults', apiVersion: '2023-07-01', name: 'forbidden-kv', location: 'westeurope', properties: {} },
  ];
  const { status } = await lee('PUT', deployment('forbidden'), { properties: { mode: 'Incremental', template: { resources } } });
  expect(status).toBe(201);
  company.advance(MINUTE);
  expect((await call('GET', deployment('forbidden'))).body).toMatchObject({
    properties: { provisioningState: 'Failed', error: { details: [{ code: 'AuthorizationFailed' }] } },
  });
});
