import { useQuery } from '@tanstack/react-query';
import type { ManagementGroupName } from '@tresor/contracts';
import { estateSightQuery } from '../../api/queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { messages } from './messages';

/** So many subscriptions are called by their names. */
const MOST_NAMES = 5;

/** What of the estate, or of a management group, the signed-in person may not see, in words; null where all is seen, undefined while that is not known. */
export function useSightWords(managementGroup?: ManagementGroupName): string | null | undefined {
  const text = useText();
  const format = useFormat();
  const { data, error } = useQuery(estateSightQuery(managementGroup));
  if (error !== null) return text(messages.sightUnknown);
  if (data === undefined) return undefined;
  const { subscriptions: total, unreadable } = data;
  if (unreadable.length === 0) return null;
  const names = unreadable.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = unreadable.length - names.length;
  const all = more > 0 ? [...names, text(messages.moreSubscriptions, { count: more })] : names;
  return text(messages.unreadable, { missing: unreadable.length, total, names: format.list(all) });
}
