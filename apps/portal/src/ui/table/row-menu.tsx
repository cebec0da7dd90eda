import { makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type Ref, type ToggleEvent } from 'react';
import { useText } from '../../language/use-text';
import { messages } from '../messages';
import type { RowCommand } from './table-types';

const useStyles = makeStyles({
  button: {
    display: 'grid',
    placeItems: 'center',
    width: '26px',
    height: '26px',
    padding: 0,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  menu: {
    position: 'fixed',
    inset: 'auto',
    width: '260px',
    margin: 0,
    padding: '4px 0',
    boxSizing: 'border-box',
    listStyleType: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
  },
  command: {
    display: 'block',
    width: '100%',
    padding: '7px 12px',
    boxSizing: 'border-box',
    color: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  unavailable: { padding: '7px 12px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase300 },
  reason: { display: 'block', fontSize: tokens.fontSizeBase200 },
});

interface RowMenuProps {
  /** The button that opens the menu: a row opens it by a right click, too. */
  ref?: Ref<HTMLButtonElement>;
  rowName: string;
  /** Whether Tab comes by. */
  active: boolean;
  /** Asked when the menu opens. */
  commands: () => readonly RowCommand[];
}

/** The menu keeps this distance from the window's edge. */
const EDGE = 8;

const buttonOf = (menu: HTMLElement) => document.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`);

/** Under the button, or above it where there is more room; the menu is in the top layer and knows only the window. */
function place(menu: HTMLElement): void {
  const button = buttonOf(menu)?.getBoundingClientRect();
  if (button === undefined) return;
  const isLow = button.bottom > window.innerHeight / 2;
  menu.style.right = `${Math.max(EDGE, document.documentElement.clientWidth - button.right)}px`;
  menu.style.top = isLow ? 'auto' : `${button.bottom}px`;
  menu.style.bottom = isLow ? `${window.innerHeight - button.top}px` : 'auto';
}

/** The “…” at the end of a row: what can be done with it, and why not what cannot. Escape or a click elsewhere closes it. */
export function RowMenu({ ref, rowName, active, commands }: RowMenuProps) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const menu = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) menu.current?.querySelector('a')?.focus();
  }, [open]);
  const onBeforeToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
    if (newState === 'open') place(currentTarget);
    else if (currentTarget.contains(document.activeElement)) buttonOf(currentTarget)?.focus();
    setOpen(newState === 'open');
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        popoverTarget={id}
        tabIndex={active ? 0 : -1}
        className={styles.button}
        aria-label={text(messages.rowCommands, { name: rowName })}
      >
        <MoreHorizontal20Regular aria-hidden />
      </button>
      <ul
        ref={menu}
        id={id}
        popover="auto"
        className={styles.menu}
        aria-label={text(messages.rowCommands, { name: rowName })}
        onBeforeToggle={onBeforeToggle}
      >
        {open &&
          commands().map(({ id, label, href, reason }) => (
            <li key={id}>
              {reason === undefined ? (
                <a href={href} className={styles.command} onClick={() => menu.current?.hidePopover()}>
                  {label}
                </a>
              ) : (
                <div className={styles.unavailable}>
                  {label}
                  <span className={styles.reason}>{reason}</span>
                </div>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
