import { makeStyles } from '@fluentui/react-components';
import type { PlanFault } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { UNCHECKED } from '../machine/machine-checks';
import type { CheckStanding } from '../machine/use-machine-form';
import { faultWords } from './fault-words';
import { planMessages as messages } from './plan-messages';

const useStyles = makeStyles({ list: { margin: '10px 0', padding: 0, listStyleType: 'none' }, entry: { padding: '4px 0' } });

interface PlanFaultsProps {
  /** Undefined while nothing is known; `standing` says why. */
  faults: readonly PlanFault[] | undefined;
  standing: CheckStanding;
}

/** What would stop the plan later, told before. */
export function PlanFaults({ faults, standing }: PlanFaultsProps) {
  const styles = useStyles();
  const text = useText();
  const content = () => {
    if (faults === undefined) {
      const [status, words] = UNCHECKED[standing];
      return <StatusBadge status={status}>{text(words)}</StatusBadge>;
    }
    if (faults.length === 0) return <StatusBadge status="success">{text(messages.clear)}</StatusBadge>;
    const lines = [...new Set(faults.map((fault) => faultWords(fault, text)))];
    return lines.map((line) => (
      <StatusBadge key={line} status="error">
        {line}
      </StatusBadge>
    ));
  };
  return (
    <div aria-live="polite" className={styles.list}>
      {content()}
    </div>
  );
}
