import { makeStyles } from '@fluentui/react-components';
import type { RecoveryMachineView } from '@tresor/contracts';
import { useMemo } from 'react';
import { useDelegated } from '../../../api/use-delegated';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { PlainButton } from '../../../ui/actions/buttons';
import { TextLink } from '../../../ui/actions/text-link';
import { StatusBadge, StatusIcon } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { STEP_STATUS, stepTitles } from '../../../words/restore-steps';
import { messages, stateWords, stepStates } from './messages';
import { remedyWords, STATE_STATUS } from './machine-words';

type Row = RecoveryMachineView;
type TakeOut = ((item: Row['item']) => void) | null;

const OVER: readonly Row['state'][] = ['done', 'taken-out'];

/** Of six steps, in one line. */
const MARKS_WIDTH = '106px';

const useStyles = makeStyles({
  marks: { display: 'flex', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
});

/** The steps of a machine as marks, each with its words for who points at it or hears it. */
function StepMarks({ machine: { steps } }: { machine: RecoveryMachineView }) {
  const styles = useStyles();
  const text = useText();
  return (
    <ol className={styles.marks}>
      {steps.map(({ step, state }) => {
        const words = text(messages.stepAt, { step: text(stepTitles[step]), state: text(stepStates[state]) });
        return (
          <li key={step} title={words}>
            <StatusIcon status={STEP_STATUS[state]} />
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** Where the machine's restore is found, and the way out of the plan. */
function Ways({ row: { item, jobId, state }, onTakeOut }: { row: Row; onTakeOut: TakeOut }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.ways}>
      {jobId !== null && (
        <TextLink to={paths.restore(item, jobId)} aria-label={text(messages.openOf, { name: item.vmName })}>
          {text(messages.open)}
        </TextLink>
      )}
      {onTakeOut !== null && !OVER.includes(state) && (
        <PlainButton onClick={() => onTakeOut(item)}>
          {text(messages.takeOut)} <span className="visually-hidden">{item.vmName}</span>
        </PlainButton>
      )}
    </div>
  );
}

/** The columns of the board. `onTakeOut`: null where nothing can be taken out. */
export function useBoardColumns(onTakeOut: TakeOut): TableColumn<Row>[] {
  const text = useText();
  const format = useFormat();
  const isDelegated = useDelegated();
  return useMemo(() => {
    const state = (row: Row) => text(stateWords[row.state]);
    const why = (row: Row) => remedyWords(row, text, isDelegated(row.item.subscriptionId));
    const point = ({ pointTime }: Row) => (pointTime === null ? '' : format.dateTime(pointTime));
    const seconds = ({ begunAt, endedAt }: Row) =>
      begunAt === null || endedAt === null ? null : (Date.parse(endedAt) - Date.parse(begunAt)) / 1_000;
    const took = (row: Row) => {
      const known = seconds(row);
      return known === null ? '' : format.duration(known);
    };
    return [
      { id: 'machine', header: text(messages.machine), cell: ({ item }) => item.vmName, text: ({ item }) => item.vmName, width: 1.2 },
      {
        id: 'wave',
        header: text(messages.wave),
        cell: ({ wave }) => wave,
        text: ({ wave }) => String(wave),
        order: ({ wave }) => wave,
        width: 0.5,
        least: '6ch',
      },
      {
        id: 'state',
        header: text(messages.state),
        cell: (row) => (
          <StatusBadge status={STATE_STATUS[row.state]}>
            {state(row)} {why(row)}
          </StatusBadge>
        ),
        text: (row) => `${state(row)} ${why(row)}`,
        width: 2.6,
      },
      {
        id: 'steps',
        header: text(messages.steps),
        cell: (row) => row.steps.length > 0 && <StepMarks machine={row} />,
        text: () => '',
        width: 1.2,
        least: MARKS_WIDTH,
      },
      {
        id: 'point',
        header: text(messages.point),
        cell: point,
        text: point,
        order: ({ pointTime }) => Date.parse(pointTime ?? '') || 0,
        width: 1.2,
      },
      { id: 'took', header: text(messages.took), cell: took, text: took, order: (row) => seconds(row) ?? 0, width: 0.8, least: '8ch' },
      {
        id: 'ways',
        header: text(messages.restore),
        cell: (row) => <Ways row={row} onTakeOut={onTakeOut} />,
        text: () => '',
        width: 2.2,
      },
    ] satisfies TableColumn<Row>[];
  }, [text, format, isDelegated, onTakeOut]);
}
