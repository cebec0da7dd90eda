import { useSyncExternalStore } from 'react';
import { useText } from '../language/use-text';
import { Banner } from './banner';
import { messages } from './messages';

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
  const text = useText();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return <Banner>{online ? null : text(messages.offline)}</Banner>;
}
