import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat } from '../language/use-format';
import { useText } from '../language/use-text';
import { ProgressLine } from '../ui/feedback/progress-line';
import { StatusBadge } from '../ui/feedback/status-badge';
import type { Status } from '../words/status';
import { TextLink } from '../ui/actions/text-link';
import { messages } from './messages';
import type { Intent, Notification } from './notifications';

const STATUS: Readonly<Record<Intent, Status>> = {
  success: 'success',
  warning: 'warning',
  error: 'error',
  info: 'info',
  'in-progress': 'in-progress',
};

const useStyles = makeStyles({
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  line: { marginTop: '4px' },
  time: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function NoticeBody({ notification: { title, body, intent, href, at } }: { notification: Notification }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.body}>
      <div className={styles.title}>
        <StatusBadge status={STATUS[intent]}>{title}</StatusBadge>
      </div>
      <div className={styles.time}>{format.dateTime(at)}</div>
      {body !== undefined && <div className={styles.line}>{body}</div>}
      {intent === 'in-progress' && <ProgressLine className={styles.line} label={title} />}
      {href !== undefined && (
        <div className={styles.line}>
          <TextLink to={href}>{text(messages.show)}</TextLink>
        </div>
      )}
    </div>
  );
}
