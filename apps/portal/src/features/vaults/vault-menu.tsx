import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { forcedSelected, forcedUnavailable } from '../../theme/forced-colors';
import { palette } from '../../theme/theme';
import { MENU, type MenuEntry } from './menu-entries';
import { MenuIcon } from './menu-icon';
import { messages } from './messages';

const useStyles = makeStyles({
  search: { width: '100%', marginBottom: '8px' },
  heading: { margin: '18px 0 6px', fontSize: '11px', fontWeight: 400, textTransform: 'uppercase' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    minHeight: '37px',
    padding: '4px 8px',
    boxSizing: 'border-box',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderBottomColor: tokens.colorNeutralStroke2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  current: { backgroundColor: palette.tresorCardSelected, borderTopColor: '#2acaf8', borderBottomColor: '#2acaf8', ...forcedSelected(9) },
  unavailable: {
    color: tokens.colorNeutralForeground3,
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
    ...forcedUnavailable,
  },
});

/** Ctrl+/ leads to the search box from anywhere. */
function useSearchShortcut() {
  const inputRef = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== '/') return;
      event.preventDefault();
      inputRef.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return inputRef;
}

export function VaultMenu() {
  const styles = useStyles();
  const text = useText();
  const inputRef = useSearchShortcut();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const groups = MENU.map((group) => ({
    ...group,
    entries: group.entries.filter(({ name }) => text(name).toLowerCase().includes(wanted)),
  }));
  const found = groups.filter(({ entries }) => entries.length > 0);
  return (
    <nav aria-label={text(messages.menu)}>
      <Input
        ref={(element: HTMLInputElement | null) => {
          inputRef.current = element;
        }}
        type="search"
        className={styles.search}
        aria-label={text(messages.search)}
        placeholder={text(messages.search)}
        contentBefore={<Search16Regular />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      {found.length === 0 && <p>{text(messages.noEntry)}</p>}
      {found.map(({ heading, entries }) => (
        <div key={heading?.en ?? ''}>
          {heading !== undefined && <h3 className={styles.heading}>{text(heading)}</h3>}
          <ul className={styles.list}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Entry({ entry: { id, name, href } }: { entry: MenuEntry }) {
  const styles = useStyles();
  const text = useText();
  const reasonId = useId();
  const vault = useVaultPath();
  const { pathname } = useLocation();
  const content = (
    <>
      <MenuIcon id={id} available={href !== undefined} />
      {text(name)}
    </>
  );
  if (href === undefined) {
    return (
      <button
        type="button"
        aria-disabled
        title={text(messages.notHere)}
        aria-describedby={reasonId}
        className={mergeClasses(styles.entry, styles.unavailable)}
      >
        {content}
        <span id={reasonId} hidden>
          {text(messages.notHere)}
        </span>
      </button>
    );
  }
  const target = href(vault);
  const isCurrent = target === paths.vault(vault) ? pathname === target : pathname.startsWith(target);
  return (
    <a href={target} aria-current={isCurrent ? 'page' : undefined} className={mergeClasses(styles.entry, isCurrent && styles.current)}>
      {content}
    </a>
  );
}
