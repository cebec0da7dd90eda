import { makeStyles } from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect } from 'react';
import { loadPart } from '../api/load-code';
import { useText } from '../language/use-text';
import { PanelButton } from '../ui/layout/panel-button';
import { messages } from './messages';
import { markAllRead, useNotifications } from './notifications';

const NotificationList = lazy(() => loadPart(() => import('./notification-list')));
const Toasts = lazy(() => loadPart(() => import('./toasts')));

const useStyles = makeStyles({
  face: { display: 'flex' },
  count: {
    position: 'absolute',
    top: '4px',
    right: '4px',
    minWidth: '16px',
    padding: '0 3px',
    boxSizing: 'border-box',
    color: '#0b1a21',
    backgroundColor: '#00bcf2',
    borderRadius: '8px',
    fontSize: '11px',
    lineHeight: '16px',
    textAlign: 'center',
  },
});

/** The bell in the top bar: what is running and what came of it. */
export function Bell({ buttonClass }: { buttonClass: string }) {
  const styles = useStyles();
  const text = useText();
  const notifications = useNotifications();
  const unread = notifications.filter(({ read }) => !read).length;
  const label = unread === 0 ? text(messages.notifications) : text(messages.unread, { count: unread });
  return (
    <>
      <PanelButton
        label={label}
        className={buttonClass}
        face={
          <span className={styles.face}>
            <Alert20Regular />
            {unread > 0 && (
              <span aria-hidden className={styles.count}>
                {unread}
              </span>
            )}
          </span>
        }
      >
        {() => <ReadList />}
      </PanelButton>
      {/* Always there, so that a screen reader listens when the first one comes. */}
      <div aria-live="polite">
        <Suspense>{notifications.length > 0 && <Toasts />}</Suspense>
      </div>
    </>
  );
}

function ReadList() {
  const notifications = useNotifications();
  useEffect(markAllRead, [notifications]);
  return <NotificationList />;
}
