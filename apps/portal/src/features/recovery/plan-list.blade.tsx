import { Select } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { RecoverySummary } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { recoveryPlansQuery, removedPlansQuery } from '../../api/recovery-queries';
import { ListBlade } from '../../blades/list-blade';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { messages, standingWords } from './messages';
import { outcomeOf, standingStatus } from './standing-status';

function useColumns(): TableColumn<RecoverySummary>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const known = (read: (plan: RecoverySummary) => string) => (plan: RecoverySummary) =>
      plan.standing.state === 'not-known' ? '–' : read(plan);
    const state = ({ standing }: RecoverySummary) => text(standingWords[standing.state]);
    const count = known(({ done, total, open }) =>
      open === 0 ? text(messages.ofTotal, { done, total }) : text(messages.ofTotalOpen, { done, total, open }),
    );
    const kind = known(({ rehearsal }) => text(rehearsal === null ? messages.forGood : messages.rehearsal));
    const started = known(({ startedAt }) => (startedAt === null ? text(messages.notStarted) : format.dateTime(startedAt)));
    return [
      { id: 'name', header: text(messages.name), cell: ({ name }) => name, text: ({ name }) => name, width: 1.6 },
      { id: 'kind', header: text(messages.kind), cell: kind, text: kind, width: 0.8 },
      {
        id: 'state',
        header: text(messages.state),
        cell: (plan) => <StatusBadge status={standingStatus(plan.standing.state, outcomeOf(plan))}>{state(plan)}</StatusBadge>,
        text: state,
      },
      { id: 'machines', header: text(messages.machines), cell: count, text: count, order: ({ total }) => total, width: 1.3 },
      {
        id: 'started',
        header: text(messages.started),
        cell: started,
        text: started,
        order: ({ startedAt }) => (startedAt === null ? 0 : Date.parse(startedAt)),
      },
      { id: 'by', header: text(messages.by), cell: ({ by }) => by.name, text: ({ by }) => by.name },
    ];
  }, [text, format]);
}

/** The recovery plans of the directory, no matter who made them. */
export default function PlanList() {
  const text = useText();
  const [isRemoved, setRemoved] = useState(false);
  const plans = useQuery({ ...recoveryPlansQuery(), enabled: !isRemoved });
  const removed = useQuery({ ...removedPlansQuery(), enabled: isRemoved });
  const columns = useColumns();
  return (
    <ListBlade
      id="recoveryPlans"
      subtitle={text(messages.intro)}
      query={isRemoved ? removed : plans}
      polls
      commands={[{ id: 'new', label: text(messages.newPlan), icon: <Add20Regular />, href: paths.newRecoveryPlan() }]}
      filterLabel={text(messages.filter)}
      columns={columns}
      rowKey={({ planId }) => planId}
      rowName={({ name }) => name}
      href={({ planId }) => paths.recoveryPlan({ planId })}
      empty={text(isRemoved ? messages.noneRemoved : messages.empty)}
      tools={
        <Select
          aria-label={text(messages.show)}
          value={isRemoved ? 'removed' : 'shown'}
          onChange={(_, { value }) => setRemoved(value === 'removed')}
        >
          <option value="shown">{text(messages.shown)}</option>
          <option value="removed">{text(messages.removed)}</option>
        </Select>
      }
    />
  );
}
