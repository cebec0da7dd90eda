import { makeStyles } from '@fluentui/react-components';
import type { StepView } from '@tresor/contracts';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { useStepWords } from './use-step-words';

export const STEP_STATUS: Readonly<Record<StepView['state'], Status>> = {
  done: 'success',
  running: 'in-progress',
  ready: 'warning',
  blocked: 'waiting',
  failed: 'error',
  hidden: 'unknown',
};

const useStyles = makeStyles({ state: { display: 'block', margin: '4px 0 10px' } });

/** How a step stands, at the top of its blade; said aloud when it changes. */
export function StepState({ view }: { view: StepView }) {
  const styles = useStyles();
  const words = useStepWords();
  return (
    <output className={styles.state}>
      <StatusBadge status={STEP_STATUS[view.state]}>{words(view)}</StatusBadge>
    </output>
  );
}
