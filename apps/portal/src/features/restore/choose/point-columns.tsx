import type { RecoveryPoint } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { ConsistencyWord } from './consistency';
import { consistencyMessages, pointMessages as messages } from '../messages';
import { verdictWord } from '../../../words/verdict-words';

export function usePointColumns(): TableColumn<RecoveryPoint>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const time = ({ time }: RecoveryPoint) => format.dateTime(time);
    const place = ({ tiers }: RecoveryPoint) => format.list(tiers.map((tier) => text(messages[tier])));
    const verdict = ({ verdict: { state } }: RecoveryPoint) => text(verdictWord(state).word);
    return [
      { id: 'time', header: text(messages.time), cell: time, text: time, order: (point) => Date.parse(point.time), width: 1.3 },
      {
        id: 'consistency',
        header: text(messages.consistency),
        cell: ({ consistency }) => <ConsistencyWord consistency={consistency} />,
        text: ({ consistency }) => text(consistencyMessages[consistency]),
        width: 1.3,
      },
      {
        id: 'verdict',
        header: text(messages.verdict),
        cell: (point) => <StatusBadge status={verdictWord(point.verdict.state).status}>{verdict(point)}</StatusBadge>,
        text: verdict,
      },
      { id: 'place', header: text(messages.place), cell: place, text: place, width: 1.3 },
    ];
  }, [text, format]);
}
