import { makeStyles, tokens } from '@fluentui/react-components';
import { Outlet } from 'react-router';
import { useText } from '../i18n/use-text';
import { paths } from '../paths';
import { useAccount } from '../session/use-account';
import { palette } from '../theme/theme';
import { TextLink } from '../ui/text-link';
import { messages } from './messages';

const useStyles = makeStyles({
  home: {
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    padding: '32px 28px',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
    backgroundColor: palette.tresorTileArea,
  },
  title: { margin: '0 0 8px', fontSize: '26px', lineHeight: '34px', fontWeight: 300, outlineStyle: 'none' },
  text: { maxWidth: '560px' },
  tile: { display: 'inline-block', marginTop: '8px', padding: '16px 20px', backgroundColor: tokens.colorNeutralBackground1 },
});

export function Home() {
  const styles = useStyles();
  const text = useText();
  const { name } = useAccount();
  return (
    <div className={styles.home}>
      <h1 tabIndex={-1} className={styles.title}>
        {text(messages.welcome, { name })}
      </h1>
      <p className={styles.text}>{text(messages.intro)}</p>
      <p className={styles.text}>{text(messages.startBrowse)}</p>
      <div className={styles.tile}>
        <TextLink to={paths.vaults()}>{text(messages.openVaults)}</TextLink>
      </div>
      <Outlet />
    </div>
  );
}
