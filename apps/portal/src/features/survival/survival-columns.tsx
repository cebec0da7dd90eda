import type { KeySurvival } from '@tresor/contracts';
import { severityOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { TextLink } from '../../ui/actions/text-link';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { fixOf } from './fix-of';
import { fixWords, messages, STATE_STATUS, stateWords } from './messages';
import { useSurvivalWords } from './use-survival-words';

/** What is told of each machine in the list. */
export function useSurvivalColumns(): readonly TableColumn<KeySurvival>[] {
  const text = useText();
  const format = useFormat();
  const { ofRow } = useSurvivalWords();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: KeySurvival) => string, width = 1): TableColumn<KeySurvival> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const state = ({ state: one }: KeySurvival) => text(stateWords[one]);
    const fixed = (row: KeySurvival) => fixOf(row, row.findings[0]);
    const fix = (row: KeySurvival) => text(fixWords[fixed(row)?.fix ?? 'item']);
    return [
      column('name', text(messages.name), ({ item }) => item.vmName, 1.2),
      {
        ...column('state', text(messages.state), state, 1.2),
        cell: (row) => <StatusBadge status={STATE_STATUS[row.state]}>{state(row)}</StatusBadge>,
        order: ({ state: one }) => severityOf(one),
      },
      column('finding', text(messages.finding), ofRow, 2.6),
      {
        ...column('fix', text(messages.fix), (row) => (fixed(row) ? fix(row) : text(messages.none)), 1.4),
        cell: (row) => {
          const known = fixed(row);
          return known === undefined ? text(messages.none) : <TextLink to={known.to}>{fix(row)}</TextLink>;
        },
      },
      column(
        'keyVault',
        text(messages.keyVault),
        ({ keyVaults }) => format.list(keyVaults.map(({ name }) => name)) || text(messages.none),
        1.1,
      ),
      {
        ...column('point', text(messages.point), ({ point }) => (point === null ? text(messages.none) : format.dateTime(point.time)), 1.1),
        order: ({ point }) => (point === null ? 0 : Date.parse(point.time)),
      },
      column('vault', text(messages.vault), ({ item }) => item.vaultName, 1.1),
    ];
  }, [text, format, ofRow]);
}
