import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useText } from '../language/use-text';
import { messages } from './messages';
import { NoticeBody } from './notice-body';
import { dismissFinished, useNotifications } from './notifications';

const useStyles = makeStyles({
  list: { margin: '0 0 8px', padding: 0, listStyleType: 'none' },
  entry: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
});

export default function NotificationList() {
  const styles = useStyles();
  const text = useText();
  const notifications = useNotifications();
  const heading = useRef<HTMLHeadingElement>(null);
  const dismissAll = () => {
    dismissFinished();
    // The button goes with the last of them.
    heading.current?.focus();
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {text(messages.notifications)}
      </h2>
      {notifications.length === 0 ? (
        <p>{text(messages.none)}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {notifications.map((notification) => (
              <li key={notification.id} className={styles.entry}>
                <NoticeBody notification={notification} />
              </li>
            ))}
          </ul>
          <Button size="small" onClick={dismissAll}>
            {text(messages.dismissFinished)}
          </Button>
        </>
      )}
    </>
  );
}
