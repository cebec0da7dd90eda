import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Navigation20Regular, Settings20Regular } from '@fluentui/react-icons';
import { lazy } from 'react';
import { useText } from '../language/use-text';
import { Bell } from '../notifications/bell';
import { paths } from '../map/paths';
import { palette } from '../theme/theme';
import { messages } from './messages';
import { loadPart } from '../api/load-code';
import { useSignedIn } from '../session/use-account';
import { PanelButton } from '../ui/layout/panel-button';
import { setLanguage, useLanguage } from '../language/language';
import type { Language } from '../language/language';

/** A window of 1280 pixels that is enlarged four times. */
const smallest = '@media (max-width: 359px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'stretch',
    color: palette.tresorOnHeader,
    backgroundColor: palette.tresorTopBar,
    borderBottom: '1px solid transparent',
    boxSizing: 'border-box',
  },
  product: { paddingRight: '12px', [smallest]: { paddingRight: '6px' }, fontSize: '16px', fontWeight: 600 },
  space: { flexGrow: 1 },
});

const AccountPanel = lazy(() => loadPart(() => import('./account-panel')));

const phone = '@media (min-width: 360px) and (max-width: 767px)';

const useAccountMenuStyles = makeStyles({
  /** As wide with a name as without: nothing beside it moves when it is known. */
  place: { width: '132px', [phone]: { width: '104px' }, [smallest]: { width: '64px' } },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const useBarStyles = makeStyles({
  button: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '40px',
    height: '100%',
    padding: '0 6px',
    boxSizing: 'border-box',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: palette.tresorHubHover },
    ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-3px' },
  },
  pressed: { textDecorationLine: 'underline', textUnderlineOffset: '4px' },
  narrow: { minWidth: '32px' },
});

/** Who is signed in, once that is certain: the server does not know. */
function AccountMenu() {
  const styles = useAccountMenuStyles();
  const bar = useBarStyles();
  const text = useText();
  const account = useSignedIn();
  if (account === undefined) return <div className={styles.place} />;
  const { name } = account;
  return (
    <PanelButton
      label={text(messages.account, { name })}
      className={mergeClasses(bar.button, styles.place)}
      face={<span className={styles.name}>{name}</span>}
    >
      {() => <AccountPanel />}
    </PanelButton>
  );
}

const LANGUAGES: readonly { id: Language; short: string; name: string }[] = [
  { id: 'de', short: 'DE', name: 'Deutsch' },
  { id: 'en', short: 'EN', name: 'English' },
];

function LanguageSwitch() {
  const bar = useBarStyles();
  const language = useLanguage();
  return LANGUAGES.map(({ id, short, name }) => (
    <button
      key={id}
      type="button"
      lang={id}
      title={name}
      aria-label={`${short} – ${name}`}
      aria-pressed={language === id}
      className={mergeClasses(bar.button, bar.narrow, language === id && bar.pressed)}
      onClick={() => setLanguage(id)}
    >
      {short}
    </button>
  ));
}

export function TopBar({ className, onToggleMenu }: { className: string; onToggleMenu: () => void }) {
  const styles = useStyles();
  const bar = useBarStyles();
  const text = useText();
  return (
    <header className={mergeClasses(styles.bar, className)}>
      <button type="button" className={bar.button} aria-label={text(messages.toggleMenu)} aria-controls="hub" onClick={onToggleMenu}>
        <Navigation20Regular />
      </button>
      <a href={paths.home()} className={mergeClasses(bar.button, styles.product)}>
        {text(messages.product)}
      </a>
      <div className={styles.space} />
      <LanguageSwitch />
      <Bell buttonClass={bar.button} />
      <a href={paths.settings()} className={bar.button} aria-label={text(messages.settings)} title={text(messages.settings)}>
        <Settings20Regular />
      </a>
      <AccountMenu />
    </header>
  );
}
