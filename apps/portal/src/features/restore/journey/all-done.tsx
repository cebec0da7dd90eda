import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle32Filled } from '@fluentui/react-icons';
import type { Restore, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { palette } from '../../../theme/theme';
import { TextLink } from '../../../ui/actions/text-link';
import { journeyMessages as messages } from '../progress/journey-messages';
import { machinePath } from '../progress/machine-path';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    gap: '14px',
    alignItems: 'flex-start',
    margin: '4px 0 14px',
    padding: '16px 14px',
    borderTop: `4px solid ${palette.tresorTick}`,
    backgroundColor: palette.tresorInfoPanel,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 0, transform: 'translateY(-8px)' }, to: { opacity: 1, transform: 'none' } },
      animationDuration: tokens.durationSlower,
    },
  },
  tick: { flexShrink: 0, color: palette.tresorTick },
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: 400 },
  line: { margin: '2px 0', overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: '8px' },
});

interface AllDoneProps {
  path: VaultPath;
  restore: Restore;
}

/** The end of a restore: what now runs, and where it can be seen. */
export function AllDone({ path, restore }: AllDoneProps) {
  const styles = useStyles();
  const text = useText();
  const machineId = inSight(restore.machineId) ?? null;
  const item = machineId === null ? null : machinePath(path, machineId);
  const name = item?.vmName ?? restore.vmName;
  return (
    <div className={styles.panel}>
      <CheckmarkCircle32Filled aria-hidden className={styles.tick} />
      <div>
        <h3 className={styles.heading}>{text(messages.allDone)}</h3>
        <p className={styles.line}>
          {text(restore.encrypted ? messages.allDoneEncrypted : messages.allDonePlain, { name, vault: path.vaultName })}
        </p>
        <div className={styles.links}>
          {item !== null && <TextLink to={paths.item(item)}>{text(messages.openItem)}</TextLink>}
          <TextLink to={paths.restores(path)}>{text(messages.otherRestores)}</TextLink>
        </div>
      </div>
    </div>
  );
}
