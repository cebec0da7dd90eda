import { makeStyles } from '@fluentui/react-components';
import type { RecoveryMachineView, StepView } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { StatusIcon } from '../../../ui/feedback/status-badge';
import { stepTitles } from '../../../words/restore-steps';
import type { Status } from '../../../words/status';
import { messages, stepStates } from './messages';

const STATUS: Readonly<Record<StepView['state'], Status>> = {
  done: 'success',
  running: 'in-progress',
  ready: 'warning',
  blocked: 'waiting',
  failed: 'error',
  hidden: 'unknown',
};

const useStyles = makeStyles({
  marks: { display: 'flex', gap: '3px', margin: 0, padding: 0, listStyleType: 'none' },
});

/** The steps of a machine as marks, each with its words for who points at it or hears it. */
export function StepMarks({ machine: { steps } }: { machine: RecoveryMachineView }) {
  const styles = useStyles();
  const text = useText();
  return (
    <ol className={styles.marks}>
      {steps.map(({ step, state }) => {
        const words = text(messages.stepAt, { step: text(stepTitles[step]), state: text(stepStates[state]) });
        return (
          <li key={step} title={words}>
            <StatusIcon status={STATUS[state]} />
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
