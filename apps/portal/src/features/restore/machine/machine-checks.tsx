import { makeStyles, tokens } from '@fluentui/react-components';
import type { DenyingPolicy, MachineCheck, Restore } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { type About, paths, useVaultPath } from '../../../map/paths';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { TextLink } from '../../../ui/actions/text-link';
import { checkWords, isInTheWay } from '../../../words/machine-check-words';
import { deniedWords } from '../../../words/plan-words';
import type { Message } from '../../../language/messages';
import { machineMessages as messages } from './machine-messages';
import { messages as common } from '../messages';
import type { CheckStanding } from './use-machine-form';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '4px 0' },
  more: { marginLeft: '22px' },
});

/** What is said while nothing is known of what stands in the way. */
export const UNCHECKED: Readonly<Record<CheckStanding, readonly [Status, Message]>> = {
  incomplete: ['unknown', messages.checksWait],
  failed: ['unknown', messages.checksFailed],
  checking: ['in-progress', messages.checking],
};

interface MachineChecksProps {
  /** Undefined while nothing is known; `standing` says why. */
  checks: readonly MachineCheck[] | undefined;
  /** The policies that forbid it, as Azure says beforehand; that keeps nobody from asking it. */
  denied?: readonly DenyingPolicy[] | undefined;
  standing: CheckStanding;
  about: About;
  /** Key vaults are looked at where they are needed. */
  encrypted: Restore['encrypted'];
}

/** What would make the creation fail later, told before, each with the way to what puts it right. */
export function MachineChecks({ checks, denied = [], standing, about, encrypted }: MachineChecksProps) {
  const styles = useStyles();
  const text = useText();
  const path = useVaultPath();
  const line = (check: MachineCheck) => {
    const { reason, todo } = checkWords(check);
    return `${text(reason)} ${text(todo)}`;
  };
  const content = () => {
    if (checks === undefined) {
      const [status, words] = UNCHECKED[standing];
      return <StatusBadge status={status}>{text(words)}</StatusBadge>;
    }
    if (checks.length === 0 && denied.length === 0) {
      return <StatusBadge status="success">{text(encrypted === false ? messages.clearPlain : messages.clear)}</StatusBadge>;
    }
    return (
      <ul className={styles.list}>
        {denied.map((policy) => (
          <li key={`${policy.scope} ${policy.name}`} className={styles.entry}>
            <StatusBadge status="warning">{deniedWords('machine', policy, text)}</StatusBadge>
          </li>
        ))}
        {checks.map((check) => (
          <li key={check} className={styles.entry}>
            <StatusBadge status={isInTheWay(check) ? 'error' : 'unknown'}>{line(check)}</StatusBadge>
            <div className={styles.more}>
              <TextLink
                to={paths.helpEntry(path, [`check-${check}`], about)}
                aria-label={`${text(common.more)}: ${text(checkWords(check).reason)}`}
              >
                {text(common.more)}
              </TextLink>
            </div>
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
