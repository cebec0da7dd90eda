import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState, type MouseEvent } from 'react';
import { focusNewest } from '../blades/focus-newest';
import { useText } from '../language/use-text';
import { keepInPlace } from './keep-in-place';
import { messages } from './messages';
import { NoticeBody } from './notice-body';
import { useNotifications, type Notification } from './notifications';

const SHOWN_MS = 6_000;
/** Beside that, for each character of a text below the title: fifteen of them are read in a second. */
const MS_PER_CHARACTER = 65;

const useStyles = makeStyles({
  toasts: { position: 'fixed', zIndex: 30, overflowY: 'auto' },
  toast: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    marginTop: '8px',
    padding: '10px 6px 10px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
  },
});

const shownFor = ({ body = '' }: Notification) => SHOWN_MS + MS_PER_CHARACTER * body.length;

const versionOf = ({ id, intent }: Notification) => `${id}:${intent}`;

/** Whether somebody points at what gets these handlers, is in it with the keyboard, or looks at another window. */
function useHeld() {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const leave = () => setAway(true);
    const come = () => setAway(false);
    window.addEventListener('blur', leave);
    window.addEventListener('focus', come);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', come);
    };
  }, []);

  return {
    held: pointed || focused || away,
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
    /** What has the focus is about to be taken away, of which browsers tell nobody. */
    forgetFocus: () => setFocused(false),
  };
}

/** What is new, for a few seconds in which nobody looks closer; running things and failures stay until dismissed or done. */
export default function Toasts() {
  const styles = useStyles();
  const text = useText();
  const notifications = useNotifications();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const shown = notifications.filter((notification) => !notification.read && !gone.has(versionOf(notification))).slice(0, 3);
  const hide = useCallback((version: string) => setGone((gone) => new Set(gone).add(version)), []);
  const { held, handlers, forgetFocus } = useHeld();
  const dismiss = (version: string, { detail, currentTarget }: MouseEvent<HTMLElement>) => {
    forgetFocus();
    if (detail === 0) passFocus(currentTarget);
    hide(version);
  };
  return (
    <div ref={keepInPlace} className={styles.toasts} {...handlers}>
      {shown.map((notification) => {
        const version = versionOf(notification);
        return (
          <div key={version} className={styles.toast}>
            <NoticeBody notification={notification} />
            {!held && notification.intent !== 'in-progress' && notification.intent !== 'error' && (
              <Expiry version={version} after={shownFor(notification)} onEnd={hide} />
            )}
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={text(messages.dismiss, { title: notification.title })}
              onClick={(event: MouseEvent<HTMLElement>) => dismiss(version, event)}
            />
          </div>
        );
      })}
    </div>
  );
}

/** From a button that was pressed with the keyboard to that of the next toast, or to what the toasts lie over: it is about to go. */
function passFocus(button: HTMLElement): void {
  const toast = button.parentElement;
  const next = (toast?.nextElementSibling ?? toast?.previousElementSibling)?.querySelector<HTMLElement>(':scope > button');
  if (next) next.focus();
  else focusNewest();
}

/** The time runs from when the toast appeared, whatever is rendered again meanwhile. */
function Expiry({ version, after, onEnd }: { version: string; after: number; onEnd: (version: string) => void }) {
  useEffect(() => {
    const timer = setTimeout(onEnd, after, version);
    return () => clearTimeout(timer);
  }, [version, after, onEnd]);
  return null;
}
