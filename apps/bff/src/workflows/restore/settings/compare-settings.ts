import { settingAspect, type MachineSetting, type MissingRights, type SettingAspect, type SettingReason } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { givenOn } from '../../../azure/compute/old-tags';
import { sameId } from '../../../azure/connection/arm-id';
import { heldLicense, type DiskUse } from '../../../azure/compute/machine-features';
import type { MachineSettings } from '../../../azure/compute/machine-settings';
import type { InterfaceSettings } from '../../../azure/network/interface-settings';
import { guidFor } from '../../../guid-for';
import type { PublicAddress } from '../../../azure/network/restore-network';
import { tagTeller, type NewMachine, type OldAndNew, type OldMachine, type Unknown } from './old-and-new';
import {
  dnsServersOf,
  forwardingOf,
  identityOf,
  includes,
  isSameList,
  listed,
  networkOf,
  securityOf,
  shownAs,
  shownBeside,
  tagsOf,
  word,
  worded,
  type Value,
} from './values';

type Compared = Omit<MachineSetting, 'aspect' | 'missing' | 'revision'>;
export type Write = 'machine' | 'interface' | 'address' | 'public-ip';

/** What is written where something is taken over. */
const WRITES: Partial<Record<SettingAspect, Write>> = {
  'private-ip': 'address',
  'public-ip': 'public-ip',
  'network-security-group': 'interface',
  'dns-servers': 'interface',
  'ip-forwarding': 'interface',
  tags: 'machine',
  identity: 'machine',
  license: 'machine',
};

/** Few machines have them: of two without there is nothing to say. */
const RARE: readonly SettingAspect[] = [
  'dns-servers',
  'ip-forwarding',
  'network-settings',
  'license',
  'host-encryption',
  'ultra-disks',
  'proximity-placement-group',
  'dedicated-host',
];

/** Of an interface that cannot be seen one line says so, that of its further settings. */
const TOLD_WITH_OTHERS: readonly SettingAspect[] = ['dns-servers', 'ip-forwarding'];

const FIRST = [
  ['public-ip', 'public-ip-first'],
  ['network-security-group', 'security-group-first'],
  ['dns-servers', 'dns-servers-first'],
  ['ip-forwarding', 'ip-forwarding-first'],
] as const;

/** Every setting of the old machine beside that of the new one, and whether it can be taken over. `lacks`: what the user may not change. */
export function compareSettings({ old, made, publicAddresses }: OldAndNew, lacks: (what: Write) => MissingRights | null): MachineSetting[] {
  if (!made) return [];
  const onOldInterface = {
    'public-ip': publicAddress(old, made, publicAddresses),
    'network-security-group': onInterface(old, made, ({ securityGroupId }) => listed(securityGroupId)),
    'dns-servers': onInterface(old, made, dnsServersOf),
    'ip-forwarding': onInterface(old, made, forwardingOf),
  };
  // With the old interface goes what hangs on it, and the knowledge of it.
  const first =
    FIRST.find(([aspect]) => onOldInterface[aspect].state === 'offer')?.[1] ??
    (isLostWithInterface(old, made) ? 'network-settings-first' : null);
  const compared: Record<SettingAspect, Compared> = {
    'private-ip': address(old, made, first),
    ...onOldInterface,
    'network-settings': networkSettings(old, made),
    tags: kept(tagTeller(old.told) ?? old, made, (settings) => tagsOf(givenOn(settings.tags)), OFFER),
    identity: kept(old, made, (settings) => identityOf(settings.identity), OFFER),
    'availability-set': availabilitySet(old, made),
    security: security(old, made),
    'disk-caching': feature(old, made, ({ uses }) => cachingOf(uses, made), manual('change-in-portal')),
    license: feature(old, made, (settings) => worded(heldLicense(settings)), OFFER),
    'host-encryption': feature(
      old,
      made,
      ({ hostEncryption }) => worded(hostEncryption ? 'EncryptionAtHost' : null),
      manual('only-while-off'),
    ),
    'ultra-disks': feature(old, made, ({ ultraDisks }) => worded(ultraDisks ? 'UltraSSD' : null), manual('only-while-off')),
    'proximity-placement-group': feature(old, made, ({ proximityGroupId }) => listed(proximityGroupId), manual('placed-while-off')),
    'dedicated-host': feature(old, made, ({ hostId }) => listed(hostId), manual('placed-while-off')),
    extensions: extensions(old, made),
  };
  return settingAspect.options.flatMap((aspect) => {
    const named = { aspect, ...compared[aspect], missing: null, revision: revisionOf(compared[aspect]) };
    if (RARE.includes(aspect) && named.old?.length === 0 && named.new.length === 0) return [];
    if (TOLD_WITH_OTHERS.includes(aspect) && named.old === null && named.new.length === 0) return [];
    const write = WRITES[aspect];
    const missing = named.state === 'offer' && write ? lacks(write) : null;
    return [missing ? { ...named, ...manual('no-right'), missing } : named];
  });
}

/** Of what a person decides by; in which order Azure tells it is no matter. */
const revisionOf = ({ old, new: now, removes, frees }: Compared): string =>
  guidFor(JSON.stringify([old?.toSorted() ?? null, now.toSorted(), removes, frees]));

const NONE = { removes: null, frees: null };
const manual = (reason: SettingReason) => ({ state: 'manual' as const, reason, ...NONE });
const SAME = { state: 'same' as const, reason: null, ...NONE };
const OFFER = { state: 'offer' as const, reason: null, ...NONE };

/** `first`: what is to be taken over before. */
function address({ nic }: OldMachine, made: NewMachine, first: SettingReason | null): Compared {
  const now = made.nic?.address == null ? [] : [made.nic.address];
  if (typeof nic !== 'object') return { old: null, source: null, new: now, ...untold(nic) };
  if (nic.address === null) return { old: null, source: null, new: now, ...unknown('missing') };
  const common = { old: [nic.address], source: 'resource' as const, new: now };
  if (made.nic && (sameId(nic.id, made.nic.id) || (made.nic.isStatic && made.nic.address === nic.address))) return { ...common, ...SAME };
  if (!nic.isStatic) return { ...common, ...manual('was-dynamic') };
  if (nic.machineId !== null) return { ...common, ...manual('address-in-use') };
  if (!made.nic || !sameId(nic.subnetId ?? '', made.nic.subnetId ?? '')) return { ...common, ...manual('other-subnet') };
  return { ...common, ...(first === null ? { ...OFFER, removes: nic.name } : manual(first)) };
}

function publicAddress({ nic }: OldMachine, made: NewMachine, all: readonly PublicAddress[]): Compared {
  const find = (id: string | null) => (id === null ? undefined : all.find((one) => sameId(one.id, id)));
  const shown = (id: string | null) => {
    const found = find(id);
    return id === null ? [] : [found?.address == null ? nameOf(id) : `${found.address} (${found.name})`];
  };
  const nowId = made.nic?.publicIpId ?? null;
  const now = shown(nowId);
  if (typeof nic !== 'object') return { old: null, source: null, new: now, ...untold(nic) };
  const common = { old: shown(nic.publicIpId), source: 'resource' as const, new: now };
  if (nic.publicIpId === null || sameId(nic.id, made.nic?.id ?? '')) return { ...common, ...SAME };
  if (nic.machineId !== null) return { ...common, ...manual('address-in-use') };
  const found = find(nic.publicIpId);
  if (!found || !made.nic) return { ...common, ...manual('not-visible') };
  if (found.location.toLowerCase() !== made.nic.location.toLowerCase()) return { ...common, ...manual('other-region') };
  return { ...common, ...OFFER, frees: nowId === null ? null : nameOf(nowId) };
}

/** The same where the new interface has everything that the old one had, and perhaps more. */
function onInterface({ nic }: OldMachine, made: NewMachine, valuesOf: (nic: InterfaceSettings) => Value[]): Compared {
  const now = made.nic ? valuesOf(made.nic) : [];
  if (typeof nic !== 'object') return { old: null, source: null, new: shownBeside(now, []), ...untold(nic) };
  const before = valuesOf(nic);
  const common = { source: 'resource' as const, ...shownAs(before, now) };
  if (!made.nic) return { ...common, ...manual('not-visible') };
  return { ...common, ...(before.every((one) => includes(now, one)) ? SAME : OFFER) };
}

const otherInterfaces = ({ otherNicIds }: MachineSettings) => otherNicIds.flatMap(listed);

/** What else the old interface has, and the other interfaces of the machine. */
function networkSettings({ nic, settings }: OldMachine, made: NewMachine): Compared {
  const now = [...(made.nic ? networkOf(made.nic) : []), ...otherInterfaces(made.settings)];
  const further = typeof settings === 'object' ? otherInterfaces(settings) : [];
  if (typeof nic === 'string' && further.length === 0) return { old: null, source: null, new: shownBeside(now, []), ...untold(nic) };
  const before = [...(typeof nic === 'string' ? [] : networkOf(nic)), ...further];
  return {
    source: 'resource',
    ...shownAs(before, now),
    ...(before.every((one) => includes(now, one)) ? SAME : manual('network-in-portal')),
  };
}

/** Whether the old interface knows something that the new one does not have. How fast it is, is no knowledge. */
function isLostWithInterface({ nic }: OldMachine, { nic: now }: NewMachine): boolean {
  if (typeof nic === 'string') return false;
  const had = now ? networkOf(now) : [];
  return networkOf({ ...nic, accelerated: false }).some((one) => !includes(had, one));
}

const WHY_UNKNOWN = { missing: 'not-known', hidden: 'not-visible', firewalled: 'firewalled' } as const;

const unknown = (found: Unknown) => manual(WHY_UNKNOWN[found]);
/** What only the old interface tells. */
const untold = (nic: Unknown) => (nic === 'missing' ? manual('interface-gone') : unknown(nic));

/** The same where the new machine has everything that the old one had, and perhaps more. */
function kept(
  { settings, source }: Pick<OldMachine, 'settings' | 'source'>,
  made: NewMachine,
  valuesOf: (settings: MachineSettings) => Value[],
  otherwise: typeof OFFER | ReturnType<typeof manual>,
): Compared {
  const now = valuesOf(made.settings);
  if (typeof settings !== 'object') return { old: null, source: null, new: shownBeside(now, []), ...unknown(settings) };
  const before = valuesOf(settings);
  return { source, ...shownAs(before, now), ...(before.every((one) => includes(now, one)) ? SAME : otherwise) };
}

/** The same of a feature, with who told it. */
function feature(
  old: OldMachine,
  made: NewMachine,
  valuesOf: (settings: MachineSettings) => Value[],
  otherwise: typeof OFFER | ReturnType<typeof manual>,
): Compared {
  const compared = kept(old, made, valuesOf, otherwise);
  const teller = compared.old?.length ? old.told.find(({ settings }) => valuesOf(settings).length > 0) : undefined;
  return { ...compared, source: teller?.source ?? compared.source };
}

/** Of the disks that the new machine has. */
const cachingOf = (uses: readonly DiskUse[], made: NewMachine) =>
  uses
    .filter(({ lun, caching }) => caching !== null && made.settings.uses.some((one) => one.lun === lun))
    .map(({ lun, caching, writeAccelerator }) =>
      word(`${lun === null ? 'OS' : `LUN ${lun}`}: ${caching}${writeAccelerator ? ' + Write Accelerator' : ''}`),
    );

function availabilitySet({ settings, source }: OldMachine, made: NewMachine): Compared {
  const now = listed(made.settings.availabilitySetId);
  if (typeof settings !== 'object') return { old: null, source: null, new: shownBeside(now, []), ...unknown(settings) };
  const before = listed(settings.availabilitySetId);
  return { source, ...shownAs(before, now), ...(isSameList(before, now) ? SAME : manual('only-when-created')) };
}

function security({ settings, source }: OldMachine, made: NewMachine): Compared {
  const now = securityOf(made.settings.security);
  if (typeof settings !== 'object') return { old: null, source: null, new: shownBeside(now, []), ...unknown(settings) };
  const before = securityOf(settings.security);
  // Azure has not always written it beside the disks; the new machine has the security type of the disk.
  if (before.length === 0 && now.length > 0) return { old: null, source: null, new: shownBeside(now, []), ...manual('not-known') };
  return { source, ...shownAs(before, now), ...(isSameList(before, now) ? SAME : manual('only-while-off')) };
}

function extensions({ extensions: before }: OldMachine, made: NewMachine): Compared {
  const now = made.settings.extensions ?? [];
  if (typeof before === 'string') return { old: null, source: null, new: now, ...unknown(before) };
  const isSame = before.every((one) => now.includes(one));
  return { old: before, source: 'resource', new: now, ...(isSame ? SAME : manual('settings-not-readable')) };
}
