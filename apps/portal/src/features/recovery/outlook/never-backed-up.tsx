import { makeStyles } from '@fluentui/react-components';
import type { RecoveryPlan } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { keyOfItem } from '../item-key';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '4px 0', padding: 0, listStyleType: 'none' },
});

/** The machines of a plan that no backup brings back, by name, so that nobody looks for them in vain. */
export function NeverBackedUp({ machines }: { machines: RecoveryPlan['machines'] }) {
  const styles = useStyles();
  const text = useText();
  if (machines.length === 0) return null;
  const title = text(messages.neverTitle, { count: machines.length });
  return (
    <section aria-label={title}>
      <p>
        <StatusBadge status="error">{title}</StatusBadge>
      </p>
      <p>{text(messages.neverText, { count: machines.length })}</p>
      <ul className={styles.list}>
        {machines.map(({ item }) => (
          <li key={keyOfItem(item)}>
            <TextLink to={paths.item(item)}>{item.vmName}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
