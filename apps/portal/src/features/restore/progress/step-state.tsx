import { makeStyles } from '@fluentui/react-components';
import type { StepView } from '@tresor/contracts';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { STEP_STATUS } from '../../../words/restore-steps';
import { useStepWords } from './use-step-words';

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
