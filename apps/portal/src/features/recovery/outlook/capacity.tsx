import { useQuery } from '@tanstack/react-query';
import type { RecoveryCapacity, RecoveryOutlook, RecoveryPlan, RegionCount } from '@tresor/contracts';
import { recoveryCapacityQuery } from '../../../api/recovery-queries';
import { defineMessages, type Message } from '../../../language/messages';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useSubscriptionName } from '../../../azure/estate/use-subscription-name';
import { useText } from '../../../language/use-text';
import { AllNames } from '../../../ui/layout/all-names';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { regionName } from '../../../words/regions';
import { keyOfItem } from '../item-key';

const messages = defineMessages({
  short: {
    de: '{subscription}, {region}: {what}: {needed, number} nötig, {left, number} von {limit, number} noch frei. Es reicht nicht mehr für {machines}. Lassen Sie das Kontingent vorher erhöhen.',
    en: '{subscription}, {region}: {what}: {needed, number} needed, {left, number} of {limit, number} still free. There’s not enough left for {machines}. Have the quota raised first.',
  },
  shortSubnet: {
    de: '{subscription}, {region}: Das Subnetz {subnet} in {network} hat noch {left, number} von {limit, number} Adressen frei, {needed, number} sind nötig. Es reicht nicht mehr für {machines}. Vergrößern Sie es vorher, oder machen Sie darin Platz.',
    en: '{subscription}, {region}: the subnet {subnet} in {network} has {left, number} of {limit, number} addresses free, {needed, number} are needed. There’s not enough left for {machines}. Enlarge it first, or make room in it.',
  },
  coresOf: { de: 'Kerne der Größen {family}', en: 'cores of the sizes {family}' },
  inWave: { de: '{name} (Welle {wave, number})', en: '{name} (wave {wave, number})' },
  suffice: {
    de: 'Die Kontingente der Regionen und die Adressen der Subnetze, die zu sehen sind, reichen für alle. Öffentliche IP-Adressen legt der Plan nicht an.',
    en: 'The quotas of the regions and the addresses of the subnets that can be seen suffice for all of them. The plan creates no public IP addresses.',
  },
  coresUnknown: {
    de: 'Ob die Kerne reichen, ist bei {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} nicht zu sehen.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, it can’t be seen whether there are enough cores.',
  },
  disksUnknown: {
    de: 'Ob die Datenträger in die Kontingente passen, ist bei {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} nicht zu sehen. Das zeigt sich nur bei Computern, die es noch gibt, und bei verwalteten Datenträgern, die Sie sehen dürfen.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, it can’t be seen whether the disks fit the quotas. That shows only for machines that still exist, and for managed disks you have permission to see.',
  },
  unseen: { de: 'Was Sie davon nicht sehen: {what}.', en: 'What you can’t see of these: {what}.' },
});

const countedWords: Readonly<Record<RegionCount, Message>> = defineMessages({
  cores: { de: 'Kerne', en: 'cores' },
  'standard-hdds': { de: 'verwaltete Datenträger (HDD Standard)', en: 'managed disks (Standard HDD)' },
  'standard-ssds': { de: 'verwaltete Datenträger (SSD Standard)', en: 'managed disks (Standard SSD)' },
  'premium-ssds': { de: 'verwaltete Datenträger (SSD Premium)', en: 'managed disks (Premium SSD)' },
  'network-interfaces': { de: 'Netzwerkschnittstellen', en: 'network interfaces' },
  addresses: { de: 'Adressen der Subnetze', en: 'addresses of the subnets' },
  'public-ip-addresses': { de: 'öffentliche IP-Adressen', en: 'public IP addresses' },
  'storage-accounts': { de: 'Speicherkonten', en: 'storage accounts' },
});

type Quota = RecoveryCapacity['quotas'][number];

const keyOfQuota = ({ subscriptionId, location, counts, family, subnet }: Quota) =>
  `${subscriptionId} ${location} ${counts} ${family ?? ''} ${subnet === null ? '' : `${subnet.network}/${subnet.name}`}`;

interface CapacityProps {
  plan: RecoveryPlan;
  /** Of all machines of the plan. */
  outlooks: readonly RecoveryOutlook[];
}

/** Whether the quotas of the regions suffice, once the sizes of all machines are known, and which machines meet one. */
export function Capacity({ plan, outlooks }: CapacityProps) {
  const text = useText();
  const format = useFormat();
  const machines = outlooks.flatMap(({ item, point, target: { size }, subnet }) =>
    point === null || size === null ? [] : [{ item, size, subnetId: subnet?.id ?? null }],
  );
  const { data: capacity } = useQuery(recoveryCapacityQuery(plan, machines));
  const subscriptionName = useSubscriptionName();
  if (capacity === undefined) return null;
  const short = capacity.quotas.filter(({ refused }) => refused.length > 0);
  const waves = new Map(plan.machines.map(({ item, wave }) => [keyOfItem(item), wave]));
  const namesOf = ({ refused }: Quota) =>
    refused.map((item) => text(messages.inWave, { name: item.vmName, wave: waves.get(keyOfItem(item)) ?? 1 }));
  const line = (quota: Quota) => {
    const { subscriptionId, location, counts, family, subnet, needed, used, limit } = quota;
    const what = family === null ? text(countedWords[counts]) : text(messages.coresOf, { family });
    const place = { region: text(regionName(location)), subscription: subscriptionName(subscriptionId) };
    const extent = { needed, left: Math.max(0, limit - used), limit, machines: namedFew(namesOf(quota), format, text) };
    if (subnet !== null) return text(messages.shortSubnet, { ...place, ...extent, subnet: subnet.name, network: subnet.network });
    return text(messages.short, { ...place, ...extent, what });
  };
  return (
    <>
      <output>
        {short.map((quota) => (
          <p key={keyOfQuota(quota)}>
            <StatusBadge status="warning">{line(quota)}</StatusBadge>
          </p>
        ))}
        {short.length === 0 && capacity.quotas.length > 0 && (
          <p>
            <StatusBadge status="success">{text(messages.suffice)}</StatusBadge>
          </p>
        )}
        {capacity.unknown > 0 && <p>{text(messages.coresUnknown, { count: capacity.unknown })}</p>}
        {capacity.unknownDisks > 0 && <p>{text(messages.disksUnknown, { count: capacity.unknownDisks })}</p>}
        {capacity.unseen.length > 0 && (
          <p>{text(messages.unseen, { what: format.list(capacity.unseen.map((counts) => text(countedWords[counts]))) })}</p>
        )}
      </output>
      {short.map((quota) => (
        <AllNames key={keyOfQuota(quota)} names={namesOf(quota)} />
      ))}
    </>
  );
}
