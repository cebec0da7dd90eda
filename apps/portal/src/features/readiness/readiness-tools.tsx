import { useQuery } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { useNavigate } from 'react-router';
import { subscriptionsQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { SelectField } from '../../ui/fields/fields';
import { useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { messages } from './messages';
import { READINESS_FILTERS, type ReadinessFilter } from './ready-machine';
import { NarrowingField } from '../../ui/table/narrowing';

interface ReadinessToolsProps {
  subscriptionId: SubscriptionId;
  filter: ReadinessFilter;
  onFilter: (filter: string) => void;
  /** Some machine waits for a vault in its region. */
  needsVault: boolean;
}

/** Which subscription, which machines; and the way to a vault where one is missing. */
export function ReadinessTools({ subscriptionId, filter, onFilter, needsVault }: ReadinessToolsProps) {
  const text = useText();
  const navigate = useNavigate();
  const withChoices = useLinkWithChoices();
  const { data, isPending } = useQuery(subscriptionsQuery());
  const isListed = data?.some((one) => one.subscriptionId === subscriptionId) === true;
  return (
    <>
      <SelectField
        orientation="horizontal"
        lateOptions="short"
        label={text(messages.subscription)}
        value={subscriptionId}
        onChange={(_, { value }) => void navigate(withChoices(paths.readiness(value)))}
        options={[
          ...(isListed ? [] : [{ value: subscriptionId, label: isPending ? '…' : subscriptionId }]),
          ...(data ?? []).map((one) => ({ value: one.subscriptionId, label: one.name })),
        ]}
      />
      <NarrowingField
        label={text(messages.show)}
        value={filter}
        onChange={(_, { value }) => onFilter(value)}
        options={READINESS_FILTERS.map((one) => ({ value: one, label: text(messages[one]) }))}
      />
      {needsVault && <TextLink to={paths.newVault()}>{text(messages.createVault)}</TextLink>}
    </>
  );
}
