import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { lengthWords } from '../../../words/length-words';
import type { Status } from '../../../words/status';
import { keyOfItem } from '../item-key';
import { countOf, worstFirst, type MachineObjectives, type Verdict } from './judge-objectives';
import { messages, whyWords } from './messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const STATUS: Readonly<Record<NonNullable<Verdict>['state'], Status>> = { met: 'success', missed: 'warning', 'not-known': 'unknown' };

function useColumns(): TableColumn<MachineObjectives>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const time = (seconds: number) => lengthWords(seconds, text, format);
    const words = (verdict: Verdict): string => {
      if (verdict === null) return text(messages.none);
      const wanted = time((verdict.wanted ?? 0) * 60);
      if (!('why' in verdict)) return text(messages[verdict.state], { time: time(verdict.seconds), wanted });
      const why = text(whyWords[verdict.why]);
      if (verdict.wanted === null) return text(messages.notKnownAtAll, { why });
      return text(verdict.state === 'missed' ? messages.missedWhy : messages.notKnown, { wanted, why });
    };
    const column = (kind: 'rto' | 'rpo'): TableColumn<MachineObjectives> => ({
      id: kind,
      header: text(messages[kind]),
      cell: (row) => {
        const verdict = row[kind];
        return verdict === null ? words(verdict) : <StatusBadge status={STATUS[verdict.state]}>{words(verdict)}</StatusBadge>;
      },
      text: (row) => words(row[kind]),
      width: 2.4,
    });
    return [
      {
        id: 'machine',
        header: text(messages.machine),
        cell: ({ machine }) => machine.item.vmName,
        text: ({ machine }) => machine.item.vmName,
      },
      {
        id: 'wave',
        header: text(messages.wave),
        cell: ({ machine }) => machine.wave,
        text: ({ machine }) => String(machine.wave),
        order: ({ machine }) => machine.wave,
        width: 0.5,
      },
      column('rto'),
      column('rpo'),
    ];
  }, [text, format]);
}

/** What is wanted of each machine beside what is reached, the worst first. Nothing where the plan wants nothing. */
export function ObjectivesSection({ rows, basis }: { rows: readonly MachineObjectives[]; basis: 'planned' | 'measured' }) {
  const styles = useStyles();
  const text = useText();
  const columns = useColumns();
  const sorted = useMemo(() => worstFirst(rows), [rows]);
  if (rows.every(({ rto, rpo }) => rto === null && rpo === null)) return null;
  const counts = (kind: 'rto' | 'rpo') => ({
    met: countOf(rows, kind, 'met'),
    missed: countOf(rows, kind, 'missed'),
    unknown: countOf(rows, kind, 'not-known'),
  });
  return (
    <section aria-label={text(messages.heading)}>
      <h3 className={styles.heading}>{text(messages.heading)}</h3>
      <output>
        <p>
          {rows.some(({ rto }) => rto !== null) && text(messages.rtoCounts, counts('rto'))}{' '}
          {rows.some(({ rpo }) => rpo !== null) && text(messages.rpoCounts, counts('rpo'))}
        </p>
      </output>
      <p className={styles.quiet}>{text(messages[basis])}</p>
      <ResourceTable
        label={text(messages.label)}
        filterLabel={text(messages.filter)}
        rows={sorted}
        columns={columns}
        rowKey={({ machine }) => keyOfItem(machine.item)}
        rowName={({ machine }) => machine.item.vmName}
        empty={false}
        short
      />
    </section>
  );
}
