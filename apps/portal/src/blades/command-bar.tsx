import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
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

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: '0 6px 4px', listStyleType: 'none' },
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

export function CommandBar({ commands }: { commands: readonly BladeCommand[] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <ul aria-label={text(messages.commands)} className={styles.bar}>
      {commands.map((command) => (
        <li key={command.id}>
          <Command {...command} />
        </li>
      ))}
    </ul>
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
