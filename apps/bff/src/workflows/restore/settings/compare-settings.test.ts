import type { MissingRights, SettingAspect } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { MachineSettings } from '../../../azure/compute/machine-settings';
import type { InterfaceSettings } from '../../../azure/network/interface-settings';
import { compareSettings } from './compare-settings';
import type { NewMachine, OldMachine } from './old-and-new';

const nic: InterfaceSettings = {
  id: '/old-nic',
  name: 'old-nic',
  location: 'westeurope',
  address: '10.0.0.7',
  isStatic: true,
  subnetId: '/subnet',
  securityGroupId: null,
  publicIpId: null,
  dnsServers: [],
  forwards: false,
  accelerated: false,
  otherAddresses: [],
  memberOf: [],
  machineId: null,
};
const settings = {
  nicId: '/old-nic',
  otherNicIds: [],
  tags: {},
  identity: { own: false, assigned: [] },
  availabilitySetId: '/sets/one',
  security: { type: null, secureBoot: null, vTpm: null },
  plan: null,
  uses: [],
  license: null,
  ultraDisks: null,
  hostEncryption: null,
  proximityGroupId: null,
  hostId: null,
  extensions: [],
};
const old: OldMachine = { settings, source: 'recovery-point', told: [], extensions: 'missing', nic };
const made: NewMachine = {
  id: '/vm',
  settings: { ...settings, availabilitySetId: null },
  nic: { ...nic, id: '/nic', name: 'nic', address: '10.0.0.9', isStatic: false },
};

const publicAddresses = [
  { id: '/old-pip', name: 'old-pip', location: 'westeurope', address: '203.0.113.7' },
  { id: '/north-pip', name: 'north-pip', location: 'northeurope', address: null },
];

const lacking: MissingRights = {
  scope: '/vm',
  actions: ['write'],
  roles: ['Contributor'],
  eligible: [],
  takesEffectBy: null,
  delegable: { roles: ['Contributor'], never: [] },
};

const of = (aspect: SettingAspect, change: Partial<OldMachine> = {}, lacks: MissingRights | null = null) =>
  compareSettings({ old: { ...old, ...change }, made, publicAddresses }, () => lacks).find((setting) => setting.aspect === aspect);

it('an address is offered where no machine has it and the subnet is the same; what goes for it is named', () => {
  expect(of('private-ip')).toMatchObject({ state: 'offer', reason: null, removes: 'old-nic' });
  expect(of('private-ip', { nic: { ...nic, machineId: '/old-vm' } })).toMatchObject({ state: 'manual', reason: 'address-in-use' });
  expect(of('private-ip', { nic: { ...nic, subnetId: '/other' } })).toMatchObject({ reason: 'other-subnet' });
  expect(of('private-ip', { nic: { ...nic, isStatic: false } })).toMatchObject({ reason: 'was-dynamic' });
});

it('what else the old interfaces have is told, and set by hand before the address that ends the knowledge of it', () => {
  const pool = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers/front/backendAddressPools/web';
  const busy = { ...nic, otherAddresses: ['10.0.0.8'], memberOf: [pool] };
  const told = ['10.0.0.8', 'front/web'];
  expect(of('network-settings', { nic: busy })).toMatchObject({ old: told, new: [], state: 'manual', reason: 'network-in-portal' });
  expect(of('private-ip', { nic: busy })).toMatchObject({ state: 'manual', reason: 'network-settings-first' });
  expect(of('private-ip', { nic: { ...nic, accelerated: true } })).toMatchObject({ state: 'offer' });
  const two = { ...settings, otherNicIds: ['/nics/second'] };
  expect(of('network-settings', { settings: two, nic: 'missing' })).toMatchObject({ old: ['second'], reason: 'network-in-portal' });
  expect(of('network-settings')).toBeUndefined();
});

it('what only the interface tells that goes for the address comes before it', () => {
  const guarded = { nic: { ...nic, securityGroupId: '/groups/orders-nsg' } };
  expect(of('network-security-group', guarded)).toMatchObject({ old: ['orders-nsg'], state: 'offer' });
  expect(of('private-ip', guarded)).toMatchObject({ state: 'manual', reason: 'security-group-first', removes: null });
});

it('DNS servers are the same where they are asked in the same order; they and forwarding come before the address', () => {
  const named = { nic: { ...nic, dnsServers: ['10.0.0.4', '10.0.0.5'] } };
  expect(of('dns-servers', named)).toMatchObject({ old: ['10.0.0.4', '10.0.0.5'], new: [], state: 'offer' });
  expect(of('private-ip', named)).toMatchObject({ state: 'manual', reason: 'dns-servers-first' });
  const turned = { ...made, nic: { ...nic, id: '/nic', dnsServers: ['10.0.0.5', '10.0.0.4'] } };
  const [compared] = compareSettings({ old: { ...old, ...named }, made: turned, publicAddresses }, () => null).filter(
    ({ aspect }) => aspect === 'dns-servers',
  );
  expect(compared).toMatchObject({ state: 'offer' });
  const forwarding = { nic: { ...nic, forwards: true } };
  expect(of('ip-forwarding', forwarding)).toMatchObject({ old: ['IPForwarding'], new: [], state: 'offer' });
  expect(of('private-ip', forwarding)).toMatchObject({ reason: 'ip-forwarding-first' });
  expect(of('dns-servers')).toBeUndefined();
  expect(of('dns-servers', { nic: 'hidden' })).toBeUndefined();
});

it('what nobody tells, or the reader may not see, is no value', () => {
  expect(of('private-ip', { nic: 'missing' })).toMatchObject({ old: null, reason: 'interface-gone' });
  expect(of('network-settings', { nic: 'missing' })).toMatchObject({ old: null, reason: 'interface-gone' });
  expect(of('tags', { settings: 'hidden' })).toMatchObject({ old: null, reason: 'not-visible' });
  expect(of('extensions')).toMatchObject({ old: null, reason: 'not-known' });
});

it('a set is chosen when a machine is made only, and nothing is offered to who may not write', () => {
  expect(of('availability-set')).toMatchObject({ old: ['one'], new: [], state: 'manual', reason: 'only-when-created' });
  expect(of('private-ip', {}, lacking)).toMatchObject({ state: 'manual', reason: 'no-right', missing: lacking, removes: null });
});

it('security type and firmware are compared, and unknown where only the disk of the system told them', () => {
  const trusted = { type: 'TrustedLaunch', secureBoot: true, vTpm: true };
  const launched = { ...made, settings: { ...made.settings, security: { ...trusted, secureBoot: false } } };
  const compared = (change: Partial<OldMachine>) =>
    compareSettings({ old: { ...old, ...change }, made: launched, publicAddresses }, () => null).find(
      ({ aspect }) => aspect === 'security',
    );
  expect(of('security')).toMatchObject({ old: [], new: [], state: 'same' });
  expect(compared({ settings: { ...settings, security: trusted } })).toMatchObject({
    old: ['TrustedLaunch', 'Secure Boot', 'vTPM'],
    new: ['TrustedLaunch', 'vTPM'],
    state: 'manual',
    reason: 'only-while-off',
  });
  expect(compared({})).toMatchObject({ old: null, source: null, reason: 'not-known' });
});

it('before there is a new machine there is nothing to compare', () => {
  expect(compareSettings({ old, made: null, publicAddresses }, () => null)).toEqual([]);
});

it('a public address is offered where its interface has no machine, and comes before the private one', () => {
  const reachable = { ...nic, publicIpId: '/old-pip' };
  expect(of('public-ip')).toMatchObject({ old: [], state: 'same' });
  expect(of('public-ip', { nic: reachable })).toMatchObject({ old: ['203.0.113.7 (old-pip)'], new: [], state: 'offer', frees: null });
  expect(of('private-ip', { nic: reachable })).toMatchObject({ state: 'manual', reason: 'public-ip-first', removes: null });
  expect(of('public-ip', { nic: { ...reachable, machineId: '/old-vm' } })).toMatchObject({ reason: 'address-in-use' });
  expect(of('public-ip', { nic: { ...nic, publicIpId: '/north-pip' } })).toMatchObject({ old: ['north-pip'], reason: 'other-region' });
  expect(of('public-ip', { nic: { ...nic, publicIpId: '/hidden-pip' } })).toMatchObject({ old: ['hidden-pip'], reason: 'not-visible' });
  expect(of('public-ip', { nic: 'missing' })).toMatchObject({ old: null, reason: 'interface-gone' });
});

const features = {
  uses: [
    { lun: null, caching: 'ReadWrite', writeAccelerator: false },
    { lun: 0, caching: 'None', writeAccelerator: true },
    { lun: 7, caching: 'ReadOnly', writeAccelerator: false },
  ],
  license: 'Windows_Server',
  ultraDisks: true,
  hostEncryption: true,
  proximityGroupId: '/groups/near',
  hostId: '/hosts/own',
} satisfies Partial<MachineSettings>;

const comparedWith = (now: Partial<MachineSettings>, aspect: SettingAspect, before: Partial<MachineSettings> = features) =>
  compareSettings(
    { old: { ...old, settings: { ...settings, ...before } }, made: { ...made, settings: { ...made.settings, ...now } }, publicAddresses },
    () => null,
  ).find((setting) => setting.aspect === aspect);

it('what the old machine was made with is told where the new one has it otherwise; a license can be taken over', () => {
  const uses = [
    { lun: null, caching: 'ReadWrite', writeAccelerator: false },
    { lun: 0, caching: 'None', writeAccelerator: false },
  ] satisfies MachineSettings['uses'];
  expect(comparedWith({ uses }, 'disk-caching')).toMatchObject({
    old: ['OS: ReadWrite', 'LUN 0: None + Write Accelerator'],
    new: ['OS: ReadWrite', 'LUN 0: None'],
    state: 'manual',
    reason: 'change-in-portal',
  });
  expect(comparedWith({ uses: features.uses }, 'disk-caching')).toMatchObject({ state: 'same' });
  expect(comparedWith({}, 'license')).toMatchObject({ old: ['Windows_Server'], new: [], state: 'offer' });
  for (const aspect of ['host-encryption', 'ultra-disks'] as const) {
    expect(comparedWith({}, aspect)).toMatchObject({ new: [], state: 'manual', reason: 'only-while-off' });
    expect(comparedWith(features, aspect)).toMatchObject({ state: 'same' });
  }
  expect(comparedWith({}, 'proximity-placement-group')).toMatchObject({ old: ['near'], state: 'manual', reason: 'placed-while-off' });
  expect(comparedWith({}, 'dedicated-host')).toMatchObject({ old: ['own'], state: 'manual', reason: 'placed-while-off' });
});

const group = (name: string) => `/subscriptions/s/resourceGroups/${name}/providers/Microsoft.Compute`;
const identified = (one: string) => ({ identity: { own: false, assigned: [one] } });

it('resources are compared by their ids in any case, and told apart where two have one name', () => {
  const near = {
    proximityGroupId: `${group('AppRG')}/proximityPlacementGroups/near`,
    availabilitySetId: `${group('AppRG')}/availabilitySets/set`,
  };
  const loud = { proximityGroupId: near.proximityGroupId.toUpperCase(), availabilitySetId: near.availabilitySetId.toUpperCase() };
  expect(comparedWith(loud, 'proximity-placement-group', near)).toMatchObject({ old: ['near'], new: ['NEAR'], state: 'same' });
  expect(comparedWith(loud, 'availability-set', near)).toMatchObject({ state: 'same' });
  expect(comparedWith(identified('/identities/one'), 'identity', identified('/identities/One'))).toMatchObject({ state: 'same' });
  const other = { proximityGroupId: `${group('OtherRG')}/proximityPlacementGroups/near` };
  expect(comparedWith(other, 'proximity-placement-group', near)).toMatchObject({
    old: ['AppRG/near'],
    new: ['OtherRG/near'],
    state: 'manual',
  });
});

it('what few machines have is left out where neither has it, and named where nobody tells of the old one', () => {
  for (const aspect of ['license', 'host-encryption', 'ultra-disks', 'proximity-placement-group', 'dedicated-host'] as const) {
    expect(of(aspect)).toBeUndefined();
    expect(of(aspect, { settings: 'missing' })).toMatchObject({ old: null, reason: 'not-known' });
  }
});
