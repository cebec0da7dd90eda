import { makeStyles } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text';
import { messages } from './messages';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    gridColumn: '1 / -1',
    padding: '6px 12px',
    color: '#1b1b1b',
    backgroundColor: '#ffd335',
    borderBottom: '1px solid transparent',
  },
});

const watchNetwork = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says that there is no network; what is being read waits for it. */
export function OfflineBanner() {
  const styles = useStyles();
  const text = useText();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return (
    <output className={online ? 'visually-hidden' : styles.banner}>
      {!online && (
        <>
          <Warning16Filled />
          {text(messages.offline)}
        </>
      )}
    </output>
  );
}
