import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { activityQuery, commandsQuery } from '../../../api/queries';
import { ListBlade } from '../../../blades/list-blade';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { useVaultPath } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { SelectField } from '../../../ui/fields/fields';
import { InfoBox } from '../../../ui/feedback/info-box';
import { useWord } from '../../../words/use-word';
import { activityRows, type ActivityRow } from './activity-rows';
import { messages } from './messages';
import { useFormat } from '../../../language/use-format';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { NarrowingField } from '../../../ui/table/narrowing';

/** How far back the log is shown, in days. */
const RANGES = [1, 7, 30, 90] as const;
const ALL = '';
const NONE: readonly never[] = [];

/** `reasons`: whether any entry has one. */
function useActivityColumns(reasons: boolean): TableColumn<ActivityRow>[] {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: ActivityRow) => string, width: number): TableColumn<ActivityRow> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    return [
      column('operation', text(messages.operation), ({ what }) => word(what), 1.8),
      column('resource', text(messages.resource), ({ resource }) => resource, 1.5),
      {
        ...column('status', text(messages.status), (row) => word(row.word), 1),
        cell: (row) => <StatusBadge status={row.badge}>{word(row.word)}</StatusBadge>,
      },
      {
        ...column('time', text(messages.time), ({ time }) => format.dateTime(time), 1.3),
        order: ({ time }) => Date.parse(time),
      },
      column('caller', text(messages.startedBy), ({ who }) => who ?? text(messages.nobody), 1.2),
      ...(reasons ? [column('reason', text(messages.reason), ({ reason }) => reason ?? '', 1)] : []),
    ];
  }, [text, word, format, reasons]);
}

/** Who changed what on a vault: as Azure's activity log has it, and as it was recorded here. */
export default function ActivityLog() {
  const text = useText();
  const word = useWord();
  const path = useVaultPath();
  const [range, setRange] = useState<number>(7);
  const [status, setStatus] = useState(ALL);
  const log = useQuery(activityQuery(path, range));
  const commands = useQuery(commandsQuery(path, range));
  const barred = useBarred(path)(map.activity.step);
  const lacking = log.error === null ? undefined : barred;
  const error = (lacking === undefined ? log.error : null) ?? commands.error;
  const all = useMemo(() => activityRows(log.data ?? NONE, commands.data ?? NONE), [log.data, commands.data]);
  const columns = useActivityColumns(all.some(({ reason }) => reason !== null));
  const nothing = lacking === undefined ? messages.empty : messages.nothingInTresor;
  const rows = useMemo(() => all.filter(({ outcome }) => status === ALL || outcome === status), [all, status]);
  const outcomes = new Map(all.map(({ outcome, word }) => [outcome, word]));
  // What was chosen stays, also where nothing is left that ended so.
  if (status !== ALL && !outcomes.has(status)) outcomes.set(status, status);
  return (
    <ListBlade
      id="activity"
      subtitle={path.vaultName}
      query={{
        data: all,
        error,
        isPending: log.isPending || commands.isPending,
        isFetching: log.isFetching || commands.isFetching,
        refetch: () => Promise.all([log.refetch(), commands.refetch()]),
        dataUpdatedAt: Math.min(log.dataUpdatedAt, commands.dataUpdatedAt),
      }}
      filterLabel={text(messages.filter)}
      tools={
        <>
          <SelectField
            orientation="horizontal"
            label={text(messages.period)}
            value={String(range)}
            onChange={(_, { value }) => setRange(Number(value))}
            options={RANGES.map((days) => ({ value: String(days), label: text(messages.lastDays, { days }) }))}
          />
          <NarrowingField
            lateOptions="short"
            label={text(messages.status)}
            value={status}
            onChange={(_, { value }) => setStatus(value)}
            options={[{ value: ALL, label: text(messages.all) }, ...[...outcomes].map(([value, label]) => ({ value, label: word(label) }))]}
          />
        </>
      }
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ what }) => word(what)}
      empty={text(all.length === 0 ? nothing : messages.noMatch)}
    >
      <p>{text(messages.intro)}</p>
      {lacking !== undefined && (
        <InfoBox>
          <p>{lacking}</p>
          <p>{text(messages.needed)}</p>
        </InfoBox>
      )}
    </ListBlade>
  );
}
