import { makeStyles } from '@fluentui/react-components';
import type { StepView } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { StatusBadge, type Status } from '../../ui/status-badge';
import { stepWords } from './journey-steps';

export const STEP_STATUS: Readonly<Record<StepView['state'], Status>> = {
  done: 'success',
  running: 'in-progress',
  ready: 'warning',
  blocked: 'unknown',
  failed: 'error',
};

const useStyles = makeStyles({ state: { display: 'block', margin: '4px 0 10px' } });

/** How a step stands, at the top of its blade; said aloud when it changes. */
export function StepState({ view }: { view: StepView }) {
  const styles = useStyles();
  const text = useText();
  const { state, reason } = stepWords(view);
  return (
    <output className={styles.state}>
      <StatusBadge status={STEP_STATUS[view.state]}>
        {text(state)}
        {reason !== null && `: ${text(reason)}`}
      </StatusBadge>
    </output>
  );
}
