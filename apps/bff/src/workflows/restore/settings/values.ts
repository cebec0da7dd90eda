import { nameOf } from '@tresor/support-matrix';
import { idKey, parseArmId } from '../../../azure/connection/arm-id';
import type { InterfaceSettings } from '../../../azure/network/interface-settings';
import type { MachineIdentity, MachineSecurity } from '../../../azure/compute/machine-settings';

/** A value of a setting. */
export interface Value {
  shown: string;
  /** What is compared: ARM ids are the same in any case, and two resources may have one name. */
  key: string;
  /** How it is shown beside another one of its name. */
  full: string;
}

export const word = (shown: string): Value => ({ shown, key: shown, full: shown });
export const worded = (one: string | null) => (one === null ? [] : [word(one)]);
const resource = (id: string): Value => ({
  shown: nameOf(id),
  key: idKey(id),
  full: `${parseArmId(id)?.resourceGroup ?? ''}/${nameOf(id)}`,
});
export const listed = (id: string | null | undefined) => (id == null ? [] : [resource(id)]);

export const includes = (all: readonly Value[], one: Value) => all.some(({ key }) => key === one.key);
export const isSameList = (a: readonly Value[], b: readonly Value[]) => a.length === b.length && a.every((one) => includes(b, one));
export const shownBeside = (values: readonly Value[], others: readonly Value[]) =>
  values.map(({ shown, key, full }) => (others.some((other) => other.shown === shown && other.key !== key) ? full : shown));
export const shownAs = (old: readonly Value[], now: readonly Value[]) => ({ old: shownBeside(old, now), new: shownBeside(now, old) });

/** A pool or a rule of a load balancer has a name within that; an application security group has one of its own. */
const member = (id: string): Value => {
  const [, child, owner] = id.split('/').toReversed();
  return { ...resource(id), shown: child === 'applicationSecurityGroups' ? nameOf(id) : [owner, nameOf(id)].filter(Boolean).join('/') };
};

/** Which of them is asked first is part of it. */
export const dnsServersOf = ({ dnsServers }: Pick<InterfaceSettings, 'dnsServers'>) =>
  dnsServers.map((server, n): Value => ({ ...word(server), key: `${n} ${server}` }));

export const forwardingOf = ({ forwards }: Pick<InterfaceSettings, 'forwards'>) => worded(forwards ? 'IPForwarding' : null);

type OnInterface = Pick<InterfaceSettings, 'accelerated' | 'otherAddresses' | 'memberOf'>;

/** What an interface has that has no line of its own. */
export const networkOf = ({ accelerated, otherAddresses, memberOf }: OnInterface): Value[] => [
  ...(accelerated ? [word('Accelerated networking')] : []),
  ...otherAddresses.map(word),
  ...memberOf.map(member),
];

/** Names of tags are the same in any case. */
export const tagsOf = (tags: Record<string, string>) =>
  Object.entries(tags).map(([name, value]): Value => ({ ...word(`${name}: ${value}`), key: `${name.toLowerCase()}: ${value}` }));

export const identityOf = ({ own, assigned }: MachineIdentity) => [...(own ? [word('SystemAssigned')] : []), ...assigned.map(resource)];

export const securityOf = ({ type, secureBoot, vTpm }: MachineSecurity) =>
  [
    ...(type === null || type === 'Standard' ? [] : [type]),
    ...(secureBoot === true ? ['Secure Boot'] : []),
    ...(vTpm === true ? ['vTPM'] : []),
  ].map(word);
