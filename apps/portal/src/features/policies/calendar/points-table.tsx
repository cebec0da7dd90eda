import type { Point } from '@tresor/retention';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import type { CalendarFormat } from './calendar-format';
import { keeperNames, messages } from './messages';

/** The same as the picture, in words: every point with its reason and its end. */
export function PointsTable({ format, points }: { format: CalendarFormat; points: readonly Point[] }) {
  const text = useText();
  const columns = useMemo<TableColumn<Point>[]>(() => {
    const column = (id: string, header: string, read: (point: Point) => string) => ({ id, header, cell: read, text: read });
    return [
      { ...column('taken', text(messages.takenAt), ({ at }) => format.moment(at)), order: ({ at }) => at },
      column('why', text(messages.why), ({ keeper }) => text(keeperNames[keeper])),
      { ...column('until', text(messages.keptUntil), ({ until }) => format.moment(until)), order: ({ until }) => until },
    ];
  }, [text, format]);
  return (
    <ResourceTable
      label={text(messages.tableLabel)}
      filterLabel={text(messages.filter)}
      rows={points}
      columns={columns}
      rowKey={({ at }) => String(at)}
      rowName={({ at }) => format.moment(at)}
      empty={text(messages.empty)}
      short
    />
  );
}
