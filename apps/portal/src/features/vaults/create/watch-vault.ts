import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { vaultQuery } from '../../../api/queries';
import { getLanguage } from '../../../language/language';
import { formatMessage, type Message } from '../../../language/messages';
import { notify, renotify, type Notice } from '../../../notifications/notifications';
import { paths } from '../../../map/paths';
import { messages } from '../setup/messages';

const OFTEN = 1500;

/** Follows a vault until Azure has made it, also after its form is closed, and keeps one notification in step with it. */
export function watchVault(client: QueryClient, path: VaultPath): void {
  const notice = (title: Message<'name'>, intent: Notice['intent']): Notice => ({
    title: formatMessage(getLanguage(), title, { name: path.vaultName }),
    intent,
    href: paths.vault(path),
  });
  const notification = notify(notice(messages.noticeCreating, 'in-progress'));
  const observer = new QueryObserver(client, { ...vaultQuery(path), refetchInterval: OFTEN });
  const stop = observer.subscribe(({ data }) => {
    if (data === undefined || data.provisioningState === 'Provisioning') return;
    stop();
    const done = data.provisioningState === 'Succeeded';
    renotify(notification, done ? notice(messages.noticeCreated, 'success') : notice(messages.noticeFailed, 'error'));
    void client.invalidateQueries({ queryKey: ['vaults'] });
  });
}
