import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../language/use-text';
import { forcedUnavailable } from '../theme/forced-colors';
import { palette } from '../theme/theme';
import { messages } from './messages';

export interface BladeCommand {
  id: string;
  label: string;
  icon: ReactNode;
  onClick?: () => void;
  /** A command that only opens something is a link. */
  href?: string;
  /** Why the command cannot be used now; undefined when it can. */
  reason?: string | undefined;
  /** For commands that show or hide something. */
  expanded?: boolean;
}

const NARROW = '(max-width: 639px)';
const narrow = `@media ${NARROW}`;
const ROW = '43px';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-start', padding: '0 6px 4px' },
  bar: { display: 'flex', flexWrap: 'wrap', flexGrow: 1, margin: 0, padding: 0, listStyleType: 'none' },
  folded: { [narrow]: { height: ROW, overflow: 'hidden' } },
  outOfRow: { [narrow]: { visibility: 'hidden' } },
  more: { display: 'none', placeItems: 'center', height: ROW, minWidth: '40px', [narrow]: { display: 'grid' } },
  command: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    minWidth: '60px',
    padding: '3px 8px',
    color: palette.tresorOnHeader,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: '12px',
    lineHeight: '14px',
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: palette.tresorHubHover },
    ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-3px' },
  },
  unavailable: { color: '#a3a8ad', cursor: 'default', ':hover': { backgroundColor: 'transparent' }, ...forcedUnavailable },
});

/** How many commands stand in the first row of a bar; in a narrow window the others are folded. */
function useFirstRow() {
  const bar = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(Infinity);
  const measure = useCallback(() => {
    // The width of the window is not asked for: that would lay the page out in the middle of a render.
    const items = window.matchMedia(NARROW).matches ? [...(bar.current?.querySelectorAll('li') ?? [])] : [];
    const out = items.findIndex(({ offsetTop }) => offsetTop > (items[0]?.offsetTop ?? 0));
    setCount(out < 0 ? Infinity : out);
  }, []);
  useLayoutEffect(measure);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [measure]);
  return { bar, count };
}

export function CommandBar({ commands }: { commands: readonly BladeCommand[] }) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const { bar, count } = useFirstRow();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div className={styles.row}>
      <ul ref={bar} id={id} aria-label={text(messages.commands)} className={mergeClasses(styles.bar, !unfolded && styles.folded)}>
        {commands.map((command, at) => (
          <li key={command.id} className={at >= count && !unfolded ? styles.outOfRow : undefined}>
            <Command {...command} />
          </li>
        ))}
      </ul>
      {count < commands.length && (
        <button
          type="button"
          className={mergeClasses(styles.command, styles.more)}
          aria-label={text(messages.moreCommands)}
          title={text(messages.moreCommands)}
          aria-expanded={unfolded}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
        >
          <MoreHorizontal20Regular />
        </button>
      )}
    </div>
  );
}

/** The keyboard stays on a command that becomes available and so turns from a button into a link. */
function keptFocus() {
  let focused = false;
  return {
    ref: (element: HTMLElement | null) => (focused ? element?.focus() : undefined),
    onFocus: () => void (focused = true),
    onBlur: () => void (focused = false),
  };
}

function Command({ label, icon, onClick, href, reason, expanded }: BladeCommand) {
  const styles = useStyles();
  const reasonId = useId();
  const [kept] = useState(keptFocus);
  if (reason !== undefined) {
    return (
      <button
        {...kept}
        type="button"
        aria-disabled
        className={mergeClasses(styles.command, styles.unavailable)}
        title={reason}
        aria-describedby={reasonId}
      >
        {icon}
        {label}
        <span id={reasonId} hidden>
          {reason}
        </span>
      </button>
    );
  }
  if (href !== undefined) {
    return (
      <a {...kept} href={href} className={styles.command}>
        {icon}
        {label}
      </a>
    );
  }
  return (
    <button {...kept} type="button" className={styles.command} onClick={onClick} aria-expanded={expanded}>
      {icon}
      {label}
    </button>
  );
}
