import { makeStyles, tokens } from '@fluentui/react-components';
import type { MachineCheck } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { StatusBadge } from '../../ui/status-badge';
import { checkWords, machineMessages as messages } from './machine-messages';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '4px 0' },
});

/** What would make the creation fail later, told before; undefined while it is being checked. */
export function MachineChecks({ checks }: { checks: readonly MachineCheck[] | undefined }) {
  const styles = useStyles();
  const text = useText();
  const content = () => {
    if (checks === undefined) return <StatusBadge status="in-progress">{text(messages.checking)}</StatusBadge>;
    if (checks.length === 0) return <StatusBadge status="success">{text(messages.clear)}</StatusBadge>;
    return (
      <ul className={styles.list}>
        {checks.map((check) => (
          <li key={check} className={styles.entry}>
            <StatusBadge status="error">{text(checkWords[check])}</StatusBadge>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <section aria-labelledby="machine-checks">
      <h3 id="machine-checks" className={styles.heading}>
        {text(messages.checks)}
      </h3>
      <div aria-live="polite">{content()}</div>
    </section>
  );
}
