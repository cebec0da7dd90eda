import { makeStyles, tokens } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { palette } from '../../../theme/theme';
import { titles } from '../../../map/map';
import { messages } from '../setup/messages';

const entry = {
  display: 'flex',
  alignItems: 'center',
  gap: '10px',
  padding: '8px',
  borderBottom: `1px solid ${palette.tresorLine}`,
} as const;

const useStyles = makeStyles({
  heading: { margin: '14px 0 6px', fontSize: '11px', fontWeight: 400, textTransform: 'uppercase' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    ...entry,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  absent: { ...entry, color: tokens.colorNeutralForeground3 },
});

/** The settings of a vault's backups, as in the article's picture. */
export default function Infrastructure() {
  const styles = useStyles();
  const text = useText();
  const path = useVaultPath();
  return (
    <Blade title={text(titles.infrastructure)} subtitle={path.vaultName}>
      <h3 className={styles.heading}>{text(messages.general)}</h3>
      <ul className={styles.list}>
        <li>
          <a href={paths.configuration(path)} className={styles.link}>
            <Settings20Regular />
            {text(titles.configuration)}
          </a>
        </li>
      </ul>
      <h3 className={styles.heading}>{text(messages.servers)}</h3>
      <ul className={styles.list}>
        {[messages.managementServers, messages.productionServers].map((name) => (
          <li key={name.en} className={styles.absent}>
            <span>
              {text(name)}
              <br />
              <small>{text(messages.notHere)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Blade>
  );
}
