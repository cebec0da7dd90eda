import { useQuery } from '@tanstack/react-query';
import type { RecoveryCapacity, RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { recoveryCapacityQuery } from '../../../api/recovery-queries';
import { subscriptionsQuery } from '../../../api/queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { regionName } from '../../../words/regions';
import { keyOfItem } from '../item-key';
import { capacityMessages as messages, countedWords } from './capacity-messages';

type Quota = RecoveryCapacity['quotas'][number];

/** More names would fill the page; the table below has them all. */
const MOST_NAMED = 10;

interface CapacityProps {
  plan: RecoveryPlan;
  /** Of all machines of the plan. */
  outlooks: readonly RecoveryOutlook[];
}

/** Whether the quotas of the regions suffice, once the sizes of all machines are known, and which machines meet one. */
export function Capacity({ plan, outlooks }: CapacityProps) {
  const text = useText();
  const format = useFormat();
  const machines = outlooks.flatMap(({ item, point, target: { size } }) => (point === null || size === null ? [] : [{ item, size }]));
  const { data: capacity } = useQuery(recoveryCapacityQuery(plan, machines));
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  if (capacity === undefined) return null;
  const short = capacity.quotas.filter(({ refused }) => refused.length > 0);
  const waves = new Map(plan.machines.map(({ item, wave }) => [keyOfItem(item), wave]));
  const named = ({ refused }: Quota) => {
    const names = refused.slice(0, MOST_NAMED).map((item) => {
      const wave = waves.get(keyOfItem(item)) ?? 1;
      return text(messages.inWave, { name: item.vmName, wave });
    });
    const others = refused.length - names.length;
    return format.list(others === 0 ? names : [...names, text(messages.others, { count: others })]);
  };
  const line = (quota: Quota) => {
    const { subscriptionId, location, counts, family, needed, used, limit } = quota;
    const subscription = subscriptions?.find((one) => one.subscriptionId === subscriptionId)?.name ?? subscriptionId;
    const what = family === null ? text(countedWords[counts]) : text(messages.coresOf, { family });
    const place = { region: text(regionName(location)), subscription, what };
    return text(messages.short, { ...place, needed, left: Math.max(0, limit - used), limit, machines: named(quota) });
  };
  return (
    <output>
      {short.map((quota) => (
        <p key={`${quota.subscriptionId} ${quota.location} ${quota.counts} ${quota.family ?? ''}`}>
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
  );
}
