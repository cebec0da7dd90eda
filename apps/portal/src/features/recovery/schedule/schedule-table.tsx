import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { lengthWords } from '../../../words/length-words';
import { stepTitles } from '../../../words/restore-steps';
import { basisWords, jobWords } from './duration-words';
import { messages } from './messages';
import type { ScheduleRow as Row } from './schedule-rows';

/** When each machine runs again, and how that is known. */
export function ScheduleTable({ rows }: { rows: readonly Row[] }) {
  const text = useText();
  const format = useFormat();
  const columns = useMemo((): TableColumn<Row>[] => {
    const column = (id: string, header: string, read: (row: Row) => string, width: number, order?: (row: Row) => number) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
      ...(order && { order }),
    });
    const about = (seconds: number) => text(messages.about, { time: lengthWords(seconds, text, format) });
    const timed = ({ span }: Row['steps'][number]) =>
      text(messages.durationBy, { time: about(span.expected), basis: basisWords(span.basis, text, format) });
    const brief = ({ step, span }: Row['steps'][number]) =>
      text(messages.ofStep, {
        step: text(stepTitles[step]),
        time: lengthWords(span.expected, text, format),
        basis: jobWords(span.basis, text),
      });
    const restOf = ({ steps }: Row) =>
      steps
        .filter(({ step }) => step !== 'disks')
        .map(brief)
        .join('; ');
    const ofDisks = ({ steps }: Row) => steps.filter(({ step }) => step === 'disks');
    return [
      column('machine', text(messages.machine), ({ name }) => name, 1.2),
      column(
        'wave',
        text(messages.wave),
        ({ wave }) => String(wave),
        0.6,
        ({ wave }) => wave,
      ),
      column(
        'disks',
        text(messages.disks),
        (row) => ofDisks(row).map(timed).join(''),
        2,
        (row) => ofDisks(row)[0]?.span.expected ?? 0,
      ),
      column('rest', text(messages.rest), restOf, 3),
      column(
        'runs',
        text(messages.runs),
        ({ runs }) => about(runs),
        1,
        ({ runs }) => runs,
      ),
      column(
        'ready',
        text(messages.ready),
        ({ done }) => about(done),
        1,
        ({ done }) => done,
      ),
    ];
  }, [text, format]);
  return (
    <ResourceTable
      label={text(messages.label)}
      filterLabel={text(messages.filter)}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      empty={false}
      short
    />
  );
}
