import { machineOptions, machineSetting, vmId as machineId, type SettingAspect } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { assignPolicy } from '../../../testing/assign-policy';
import { OPERATIONS, PRODUCTION, vmId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { ADELE, allowBlobs, closeAccount, MEGAN, restoreDisks, restorePath } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const OLD = vmId('RestoreRG', 'WinSingleVM1');
const settings = z.array(machineSetting);

const list = (path: string, asked?: Asked) => ask.get(settings, `${path}/settings`, asked);
const of = async (path: string, aspect: SettingAspect, asked?: Asked) => (await list(path, asked)).find((one) => one.aspect === aspect);
const seenOf = async (path: string, aspect: SettingAspect, asked?: Asked) => ({ seen: (await of(path, aspect, asked))?.revision });
const takeOver = async (path: string, aspect: SettingAspect) =>
  (await ask.send(settings, 'PUT', `${path}/settings/${aspect}`, await seenOf(path, aspect))).find((one) => one.aspect === aspect);
const refusal = async (path: string, aspect: SettingAspect) => ask.refusal('PUT', `${path}/settings/${aspect}`, await seenOf(path, aspect));

const deleteOld = async () => {
  await direct(contoso.azure, 'adele', 'DELETE', `${OLD}?api-version=2023-09-01`);
  contoso.azure.advance(5 * MINUTE);
};

/** The machine of a restore of WinSingleVM1, which has a fixed address, a security group, tags and an identity. */
async function remake(name: string, change: object = {}): Promise<string> {
  const path = restorePath(await restoreDisks(contoso, ask, 'WinSingleVM1', 'RestoreRG', `${OPERATIONS}/items/RestoreRG/WinSingleVM1`));
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const subnetId = subnets.find(({ network }) => network === 'contoso-westeurope')?.id;
  const machine = { ...suggested, name, group: 'RestoreRG', subnetId, publicIp: false, ...change };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  return path;
}

it('beside a machine that still stands, its settings are those of the resource, and its address stays its own', async () => {
  const path = await remake('Beside');
  await expect.poll(() => of(path, 'private-ip')).toMatchObject({ old: ['10.0.0.77'], state: 'manual', reason: 'address-in-use' });
  const patti = { person: 'patti' };
  const old = ['cost-center: 4711', 'application: orders'];
  expect(await of(path, 'tags', patti)).toMatchObject({ old, source: 'resource' });
  expect(await of(path, 'extensions')).toMatchObject({ old: ['AzureDiskEncryption'], reason: 'settings-not-readable' });
  expect(await of(path, 'availability-set')).toMatchObject({ old: [], new: [], state: 'same' });
  expect(await refusal(path, 'private-ip')).toBe('setting-not-offered');
});

it('of a machine that is gone everything the recovery point tells is taken over by a click', async () => {
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead', { withoutTags: true });
  await deleteOld();
  await expect.poll(() => of(path, 'private-ip')).toMatchObject({ reason: 'security-group-first' });
  expect(await of(path, 'tags')).toMatchObject({ source: 'recovery-point', state: 'offer', new: [] });
  expect(await takeOver(path, 'tags')).toMatchObject({ state: 'same', new: ['cost-center: 4711', 'application: orders'] });
  expect(await takeOver(path, 'identity')).toMatchObject({ state: 'same', new: ['SystemAssigned'] });
  expect(await takeOver(path, 'network-security-group')).toMatchObject({ state: 'same', new: ['orders-nsg'] });
  expect(await of(path, 'private-ip')).toMatchObject({ state: 'offer', removes: 'WinSingleVM1-nic' });
  expect(await takeOver(path, 'private-ip')).toMatchObject({ new: ['10.0.0.77'] });
  const { body } = await direct(
    contoso.azure,
    'adele',
    'GET',
    `${OLD.replace(/Microsoft\.Compute.*/, '')}Microsoft.Network/networkInterfaces?api-version=2023-11-01`,
  );
  const nics = JSON.stringify(body);
  expect(nics).not.toContain('WinSingleVM1-nic"');
  expect(nics).toContain('"privateIPAllocationMethod":"Static","privateIPAddressVersion":"IPv4","primary":true');
});

it('a private address that the new machine does not get is still the old interface’s, and can be asked for again', async () => {
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead');
  await deleteOld();
  await expect.poll(() => of(path, 'network-security-group')).toMatchObject({ state: 'offer' });
  await takeOver(path, 'network-security-group');
  contoso.azure.faults.arm({ operation: 'PUT .*/networkInterfaces/(?!WinSingleVM1-nic)', kind: '409', times: 1 });
  expect(await refusal(path, 'private-ip')).toBe('conflict');
  expect(await of(path, 'private-ip')).toMatchObject({ old: ['10.0.0.77'], state: 'offer' });
  expect(await takeOver(path, 'private-ip')).toMatchObject({ new: ['10.0.0.77'] });
});

it('a private address of which Azure did not say whether its interface went can be asked for again', async () => {
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead');
  await deleteOld();
  await expect.poll(() => of(path, 'network-security-group')).toMatchObject({ state: 'offer' });
  await takeOver(path, 'network-security-group');
  contoso.azure.faults.arm({ operation: 'DELETE .*/networkInterfaces/WinSingleVM1-nic$', kind: 'reset-after', times: 3 });
  expect(await refusal(path, 'private-ip')).toBe('azure-unreachable');
  expect(await of(path, 'private-ip')).toMatchObject({ old: ['10.0.0.77'], state: 'offer' });
  expect(await takeOver(path, 'private-ip')).toMatchObject({ new: ['10.0.0.77'] });
});

const NETWORK = `${OLD.replace(/Microsoft\.Compute.*/, '')}Microsoft.Network`;
const network = (method: 'GET' | 'PUT', what: string, body?: unknown) =>
  direct(contoso.azure, 'adele', method, `${NETWORK}/${what}?api-version=2023-11-01`, body);
const nicBody = z.looseObject({
  properties: z.looseObject({ ipConfigurations: z.array(z.looseObject({ properties: z.looseObject({}) })) }),
});

/** Gives an interface a public address, as the company does. */
async function makeReachable(nic: string, address: string): Promise<void> {
  const sku = { name: 'Standard' };
  await network('PUT', `publicIPAddresses/${address}`, { location: 'westeurope', sku, properties: { publicIPAllocationMethod: 'Static' } });
  const { body } = await network('GET', `networkInterfaces/${nic}`);
  const { properties, ...rest } = nicBody.parse(body);
  const [first] = properties.ipConfigurations;
  const publicIPAddress = { id: `${NETWORK}/publicIPAddresses/${address}` };
  const ipConfigurations = [{ ...first, properties: { ...first?.properties, publicIPAddress } }];
  const { status } = await network('PUT', `networkInterfaces/${nic}`, { ...rest, properties: { ...properties, ipConfigurations } });
  expect(status).toBe(200);
}

it('the public address of a machine that is gone moves to the new one, which lets its own go', async () => {
  await makeReachable('WinSingleVM1-nic', 'orders-ip');
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead');
  expect(await of(path, 'public-ip')).toMatchObject({ old: [expect.stringContaining('orders-ip')], new: [], reason: 'address-in-use' });
  await deleteOld();
  await expect.poll(() => of(path, 'public-ip')).toMatchObject({ state: 'offer', frees: null });
  expect(await of(path, 'private-ip')).toMatchObject({ state: 'manual', reason: 'public-ip-first' });
  expect(await takeOver(path, 'public-ip')).toMatchObject({ old: [], new: [expect.stringContaining('orders-ip')], state: 'same' });
  await takeOver(path, 'network-security-group');
  expect(await of(path, 'private-ip')).toMatchObject({ state: 'offer', removes: 'WinSingleVM1-nic' });
  expect(await takeOver(path, 'private-ip')).toMatchObject({ new: ['10.0.0.77'] });
  expect(await of(path, 'public-ip')).toMatchObject({ new: [expect.stringContaining('orders-ip')] });
});

it('DNS servers and forwarding of an interface that no machine has any more are given to the new one, whose other settings stay', async () => {
  const { body } = await network('GET', 'networkInterfaces/WinSingleVM1-nic');
  const before = nicBody.parse(body);
  const dnsServers = ['10.0.0.5', '10.0.0.4'];
  const properties = { ...before.properties, dnsSettings: { dnsServers }, enableIPForwarding: true };
  expect((await network('PUT', 'networkInterfaces/WinSingleVM1-nic', { ...before, properties })).status).toBe(200);
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead');
  await deleteOld();
  await expect.poll(() => of(path, 'network-security-group')).toMatchObject({ state: 'offer' });
  await takeOver(path, 'network-security-group');
  expect(await of(path, 'private-ip')).toMatchObject({ state: 'manual', reason: 'dns-servers-first' });
  expect(await takeOver(path, 'dns-servers')).toMatchObject({ old: dnsServers, new: dnsServers, state: 'same' });
  expect(await of(path, 'private-ip')).toMatchObject({ reason: 'ip-forwarding-first' });
  expect(await takeOver(path, 'ip-forwarding')).toMatchObject({ new: ['IPForwarding'], state: 'same' });
  expect(await takeOver(path, 'private-ip')).toMatchObject({ new: ['10.0.0.77'] });
  for (const aspect of ['dns-servers', 'network-security-group'] as const) expect(await of(path, aspect)).not.toMatchObject({ new: [] });
});

it('a public address of which Azure did not say whether its interface let it go can be asked for again', async () => {
  await makeReachable('WinSingleVM1-nic', 'orders-ip');
  await allowBlobs(contoso, ADELE);
  const path = await remake('Instead');
  await deleteOld();
  await expect.poll(() => of(path, 'public-ip')).toMatchObject({ state: 'offer' });
  contoso.azure.faults.arm({ operation: 'PUT .*/networkInterfaces/WinSingleVM1-nic$', kind: 'reset-after', times: 3 });
  expect(await refusal(path, 'public-ip')).toBe('azure-unreachable');
  expect(await of(path, 'public-ip')).toMatchObject({ old: [expect.stringContaining('orders-ip')], state: 'offer' });
  expect(await takeOver(path, 'public-ip')).toMatchObject({ new: [expect.stringContaining('orders-ip')], state: 'same' });
});

it('what a firewall of the storage account hides is called that', async () => {
  const path = await remake('Instead');
  await deleteOld();
  await allowBlobs(contoso, ADELE);
  await closeAccount(contoso);
  await expect.poll(() => of(path, 'tags')).toMatchObject({ old: null, state: 'manual', reason: 'firewalled' });
});

it('what somebody may not see or write is called that, and is no offer', async () => {
  const path = await remake('Instead', { withoutTags: true });
  await deleteOld();
  await allowBlobs(contoso, ADELE);
  await expect.poll(() => of(path, 'tags')).toMatchObject({ state: 'offer' });
  const megan = { person: 'megan' };
  // What the recovery point tells to others is not called unknown.
  for (const aspect of ['tags', 'private-ip', 'extensions'] as const)
    expect(await of(path, aspect, megan)).toMatchObject({
      old: null,
      source: null,
      reason: aspect === 'extensions' ? 'not-known' : 'not-visible',
    });
  await allowBlobs(contoso, MEGAN);
  await expect
    .poll(() => of(path, 'tags', megan))
    .toMatchObject({
      source: 'recovery-point',
      state: 'manual',
      reason: 'no-right',
      missing: { actions: ['Microsoft.Compute/virtualMachines/write'], roles: ['Virtual Machine Contributor'] },
    });
  expect((await list(path, megan)).filter(({ state }) => state === 'offer')).toEqual([]);
});

it('a license that the new machine does not have is taken over by a click, and what it was made with is the same', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1', 'IgniteRG'));
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { ...suggested, name: 'Beside', subnetId: subnets[0]?.id, publicIp: false };
  const { machineId: id } = await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  await expect.poll(() => of(path, 'license')).toMatchObject({ old: ['Windows_Server'], state: 'same' });
  expect(await of(path, 'disk-caching')).toMatchObject({ old: ['OS: ReadWrite', 'LUN 0: ReadOnly'], state: 'same' });
  expect(await of(path, 'proximity-placement-group')).toMatchObject({ old: ['app-proximity'], state: 'same' });
  await direct(contoso.azure, 'adele', 'PATCH', `${id}?api-version=2023-09-01`, { properties: { licenseType: 'None' } });
  contoso.azure.advance(5 * MINUTE);
  await expect.poll(() => of(path, 'license')).toMatchObject({ new: [], state: 'offer' });
  expect(await takeOver(path, 'license')).toMatchObject({ new: ['Windows_Server'], state: 'same' });
});

it('what the configuration does not tell is told by the machine that still stands, as the new one is made', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1', 'IgniteRG'));
  const { resources } = contoso.azure.world;
  const old = resources.get(vmId('OperationsRG', 'AppVM1'));
  if (!old) throw new Error('There is no AppVM1.');
  resources.put({ ...old, properties: { ...old.properties, securityProfile: { encryptionAtHost: true } } });
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { ...suggested, name: 'Beside', size: 'Standard_A2', subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  await expect
    .poll(() => of(path, 'host-encryption'))
    .toMatchObject({ old: ['EncryptionAtHost'], source: 'resource', new: [], state: 'manual' });
  expect(await of(path, 'license')).toMatchObject({ source: 'recovery-point', state: 'same' });
});

const tagged = (tagName: string, tagValue: string) =>
  assignPolicy(contoso.azure, 'Tagged', { scope: PRODUCTION, policy: 'addOrReplaceTag', parameters: { tagName, tagValue } });

it('a tag that a policy sets to something else at every change is not called taken over', async () => {
  await tagged('cost-center', '9999');
  const path = await remake('Ruled', { withoutTags: true });
  await expect.poll(() => of(path, 'tags')).toMatchObject({ state: 'offer', new: ['cost-center: 9999'] });
  const taken = await takeOver(path, 'tags');
  expect(taken).toMatchObject({ state: 'offer' });
  expect(taken?.new.toSorted()).toEqual(['application: orders', 'cost-center: 9999']);
});

it('a tag that a policy has given in another spelling is the same, and is not put beside itself', async () => {
  await tagged('Cost-Center', '4711');
  const path = await remake('Spelled', { withoutTags: true });
  await expect.poll(() => of(path, 'tags')).toMatchObject({ state: 'offer', new: ['Cost-Center: 4711'] });
  const taken = await takeOver(path, 'tags');
  expect(taken).toMatchObject({ state: 'same' });
  expect(taken?.new).toHaveLength(2);
});

it('what another person has changed meanwhile is not written over: that is told, and who has seen it takes over', async () => {
  const path = await remake('Ours', { withoutTags: true });
  const made = vmId('RestoreRG', 'Ours');
  const tagsOf = () => contoso.azure.world.resources.get(made)?.tags;
  await expect.poll(() => of(path, 'tags')).toMatchObject({ state: 'offer', new: [] });
  // What Azure has answered is an answer for a moment more.
  await using server = await contoso.startAnother({}, { freshMs: 60_000 });
  const [tags, identity] = [await seenOf(path, 'tags', { server }), await seenOf(path, 'identity', { server })];
  await direct(contoso.azure, 'patti', 'PATCH', `${made}?api-version=2023-09-01`, { tags: { application: 'orders-test' } });
  contoso.azure.advance(MINUTE);
  expect(await ask.refusal('PUT', `${path}/settings/tags`, tags, { server })).toBe('setting-not-offered');
  expect(tagsOf()).toEqual({ application: 'orders-test' });
  // What nobody has changed is taken over as it was seen.
  expect(identity).toEqual(await seenOf(path, 'identity'));
  expect(await takeOver(path, 'tags')).toMatchObject({ state: 'same' });
  expect(tagsOf()).toEqual({ 'cost-center': '4711', application: 'orders' });
});

it('what another person has taken over meanwhile is there, however it was seen', async () => {
  const path = await remake('Ours', { withoutTags: true });
  await expect.poll(() => of(path, 'tags')).toMatchObject({ state: 'offer' });
  const seen = await seenOf(path, 'tags');
  await takeOver(path, 'tags');
  const again = await ask.send(settings, 'PUT', `${path}/settings/tags`, seen);
  expect(again.find(({ aspect }) => aspect === 'tags')).toMatchObject({ state: 'same' });
});
