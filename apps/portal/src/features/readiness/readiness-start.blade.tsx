import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { subscriptionsQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { titles } from '../../map/map';
import { messages } from './messages';

/** Goes on to the first subscription, by name, that the person may see. */
export default function ReadinessStart() {
  const text = useText();
  const { data, error, isPending } = useQuery(subscriptionsQuery());
  const [first] = (data ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
  if (first !== undefined) return <Navigate replace to={paths.readiness(first.subscriptionId)} />;
  return (
    <Blade title={text(titles.readiness)} busy={isPending} problem={error}>
      {data !== undefined && <p>{text(messages.noSubscription)}</p>}
    </Blade>
  );
}
