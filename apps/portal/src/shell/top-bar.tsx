import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Navigation20Regular, Settings20Regular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import { useText } from '../language/use-text';
import { Bell } from '../notifications/bell';
import { paths } from '../map/paths';
import { palette } from '../theme/theme';
import { AccountMenu } from './account-menu';
import { LanguageSwitch } from './language-switch';
import { messages } from './messages';
import { useBarStyles } from './bar.styles';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'stretch',
    color: palette.tresorOnHeader,
    backgroundColor: palette.tresorTopBar,
    borderBottom: '1px solid transparent',
    boxSizing: 'border-box',
  },
  product: { paddingRight: '12px', fontSize: '16px', fontWeight: 600 },
  space: { flexGrow: 1 },
});

export function TopBar({ className, onToggleMenu }: { className: string; onToggleMenu: () => void }) {
  const styles = useStyles();
  const bar = useBarStyles();
  const text = useText();
  return (
    <header className={mergeClasses(styles.bar, className)}>
      <button type="button" className={bar.button} aria-label={text(messages.toggleMenu)} aria-controls="hub" onClick={onToggleMenu}>
        <Navigation20Regular />
      </button>
      <Link to={paths.home()} className={mergeClasses(bar.button, styles.product)}>
        {text(messages.product)}
      </Link>
      <div className={styles.space} />
      <LanguageSwitch />
      <Bell buttonClass={bar.button} />
      <Link to={paths.settings()} className={bar.button} aria-label={text(messages.settings)} title={text(messages.settings)}>
        <Settings20Regular />
      </Link>
      <AccountMenu />
    </header>
  );
}
