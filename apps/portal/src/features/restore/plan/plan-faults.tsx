import { makeStyles } from '@fluentui/react-components';
import type { PlanFault } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { machineMessages } from '../machine/machine-messages';
import { faultWords } from './fault-words';
import { planMessages as messages } from './plan-messages';

const useStyles = makeStyles({ list: { margin: '10px 0', padding: 0, listStyleType: 'none' }, entry: { padding: '4px 0' } });

/** What would stop the plan later, told before. */
export function PlanFaults({ faults }: { faults: readonly PlanFault[] | undefined }) {
  const styles = useStyles();
  const text = useText();
  const content = () => {
    if (faults === undefined) return <StatusBadge status="in-progress">{text(machineMessages.checking)}</StatusBadge>;
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
