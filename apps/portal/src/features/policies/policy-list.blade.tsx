import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@tresor/contracts';
import { useMemo } from 'react';
import { policiesQuery } from '../../api/queries';
import { ListBlade } from '../../blades/list-blade';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths, useVaultPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import type { TableColumn } from '../../ui/table/table-types';
import { messages } from './messages';
import { useNoMorePolicies } from './use-no-more-policies';
import { scheduleWords } from './policy-words';

function useColumns(): TableColumn<Policy>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (policy: Policy) => string, width = 1): TableColumn<Policy> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const schedule = ({ schedule }: Policy) => (schedule === null ? text(messages.notShown) : scheduleWords(schedule, { text, format }));
    return [
      column('name', text(messages.nameColumn), ({ name }) => name, 1.3),
      column('kind', text(messages.kind), ({ kind }) => text(messages[kind])),
      column('schedule', text(messages.scheduleColumn), schedule, 2),
      column('zone', text(messages.timeZone), ({ timeZone }) => timeZone, 1.3),
      {
        ...column('items', text(messages.itemsColumn), ({ protectedItems }) => format.number(protectedItems), 0.6),
        order: ({ protectedItems }) => protectedItems,
      },
    ];
  }, [text, format]);
}

export default function PolicyList() {
  const text = useText();
  const path = useVaultPath();
  const policies = useQuery(policiesQuery(path));
  const columns = useColumns();
  const barred = useBarred(path);
  const full = useNoMorePolicies(path);
  return (
    <ListBlade
      id="policies"
      subtitle={path.vaultName}
      query={policies}
      commands={[
        {
          id: 'add',
          label: text(messages.add),
          icon: <Add20Regular />,
          href: paths.newPolicy(path),
          reason: full ?? barred(map.newPolicy.step),
        },
      ]}
      filterLabel={text(messages.filter)}
      columns={columns}
      rowKey={({ name }) => name}
      rowName={({ name }) => name}
      href={({ name }) => paths.policy({ ...path, policyName: name })}
      empty={text(messages.listEmpty)}
    />
  );
}
