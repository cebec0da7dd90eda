import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { Vault, VaultPath } from '@tresor/contracts';
import { pollGap } from '../../../api/poll-gap';
import { toProblemError } from '../../../api/problem-error';
import { vaultQuery } from '../../../api/queries';
import { getLanguage } from '../../../language/language';
import { formatMessage, type Message } from '../../../language/messages';
import { paths } from '../../../map/paths';
import { notify, renotify, type Notice } from '../../../notifications/notifications';
import { messages } from '../setup/messages';
import { vaultsChanged } from '../vaults-changed';

interface End {
  title: Message<'name'>;
  intent: Notice['intent'];
}

/** Another look would find nothing else: Azure gave up, somebody deleted the vault, or the person may make vaults and not see them. */
const isFinal = (error: unknown) => ['vault-not-found', 'forbidden'].includes(toProblemError(error).problem.code);

/** What became of a new vault, as a look at it tells; null while Azure is at it. */
export function endOf({ data, error }: { data: Pick<Vault, 'provisioningState'> | undefined; error: unknown }): End | null {
  if (error !== null && isFinal(error)) return { title: messages.noticeUnseen, intent: 'warning' };
  if (data === undefined || data.provisioningState === 'Provisioning') return null;
  return data.provisioningState === 'Succeeded'
    ? { title: messages.noticeCreated, intent: 'success' }
    : { title: messages.noticeFailed, intent: 'error' };
}

/** Follows a vault until Azure has made it, also after its form is closed, and keeps one notification in step with it. */
export function watchVault(client: QueryClient, path: VaultPath): void {
  const notice = ({ title, intent }: End): Notice => ({
    title: formatMessage(getLanguage(), title, { name: path.vaultName }),
    intent,
    href: paths.vault(path),
  });
  // What was read under this name so far was of an older vault, which is deleted.
  void client.resetQueries({ queryKey: vaultQuery(path).queryKey });
  const notification = notify(notice({ title: messages.noticeCreating, intent: 'in-progress' }));
  const observer = new QueryObserver(client, {
    ...vaultQuery(path),
    refetchInterval: ({ state }) => pollGap(state.dataUpdateCount + state.errorUpdateCount),
  });
  const stop = observer.subscribe(({ data, error }) => {
    const end = endOf({ data, error });
    if (end === null) return;
    stop();
    renotify(notification, notice(end));
    vaultsChanged(client);
  });
}
