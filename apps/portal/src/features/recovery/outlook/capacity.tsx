import { useQuery } from '@tanstack/react-query';
import type { RecoveryCapacity, RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { recoveryCapacityQuery } from '../../../api/recovery-queries';
import { subscriptionsQuery } from '../../../api/queries';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { regionName } from '../../../words/regions';
import { messages } from './messages';

type Quota = RecoveryCapacity['quotas'][number];

const isShort = ({ used, needed, limit }: Quota) => used + needed > limit;

interface CapacityProps {
  plan: RecoveryPlan;
  /** Of all machines of the plan. */
  outlooks: readonly RecoveryOutlook[];
}

/** Whether the quotas of cores suffice, once the sizes of all machines are known. */
export function Capacity({ plan, outlooks }: CapacityProps) {
  const text = useText();
  const machines = outlooks.flatMap(({ item, point, target: { size } }) => (point === null || size === null ? [] : [{ item, size }]));
  const { data: capacity } = useQuery(recoveryCapacityQuery(plan, machines));
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  if (capacity === undefined) return null;
  const short = capacity.quotas.filter(isShort);
  const line = ({ subscriptionId, location, family, needed, used, limit }: Quota) => {
    const subscription = subscriptions?.find((one) => one.subscriptionId === subscriptionId)?.name ?? subscriptionId;
    const values = { region: text(regionName(location)), subscription, needed, left: Math.max(0, limit - used), limit };
    return family === null ? text(messages.shortOfCores, values) : text(messages.shortOfFamily, { ...values, family });
  };
  return (
    <output>
      {short.map((quota) => (
        <p key={`${quota.subscriptionId} ${quota.location} ${quota.family ?? ''}`}>
          <StatusBadge status="warning">{line(quota)}</StatusBadge>
        </p>
      ))}
      {short.length === 0 && capacity.quotas.length > 0 && (
        <p>
          <StatusBadge status="success">{text(messages.coresSuffice)}</StatusBadge>
        </p>
      )}
      {capacity.unknown > 0 && <p>{text(messages.coresUnknown, { count: capacity.unknown })}</p>}
    </output>
  );
}
