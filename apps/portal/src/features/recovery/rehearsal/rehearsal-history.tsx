import { useQuery } from '@tanstack/react-query';
import { recoveryPlansQuery, removedPlansQuery } from '../../../api/recovery-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { standingWords } from '../messages';
import { outcomeOf, standingStatus } from '../standing-status';
import { messages } from './messages';

/** The rehearsals of a plan, also those that were deleted since, the newest first. */
export function RehearsalHistory({ planId }: { planId: string }) {
  const text = useText();
  const format = useFormat();
  const { data } = useQuery(recoveryPlansQuery());
  const removed = useQuery(removedPlansQuery());
  if (data === undefined || removed.isPending) return null;
  const own = [...data, ...(removed.data ?? [])]
    .filter(({ rehearsal }) => rehearsal?.of === planId)
    .toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <section>
      <h3>{text(messages.history)}</h3>
      {own.length === 0 && <p>{text(messages.never)}</p>}
      <ul>
        {own.map(({ planId: id, at, done, total, standing, unseen, removed }) => (
          <li key={id}>
            <TextLink to={paths.recoveryPlan({ planId: id })}>
              {text(messages.historyRow, { at: format.dateTime(at), done, total })}
            </TextLink>{' '}
            <StatusBadge status={standingStatus(standing.state, outcomeOf({ done, total, unseen }))}>
              {text(standingWords[standing.state])}
            </StatusBadge>
            {removed !== null && ` ${text(messages.historyRemoved)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
