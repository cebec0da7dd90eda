import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { ProtectionBatch, VaultPath } from '@tresor/contracts';
import { ProblemError } from '../../api/problem-error';
import { protectionQuery } from '../../api/queries';
import { getLanguage } from '../../language/language';
import type { Text } from '../../language/use-text';
import { formatMessage } from '../../language/messages';
import { notify, type Notice, renotify } from '../../notifications/notifications';
import { paths } from '../../map/paths';
import type { FirstBackupFailures } from '../../azure/first-backup/first-backup-failures';
import { readFirstBackupFailures } from '../../azure/first-backup/use-first-backup-failures';
import { whyOf } from '../../azure/first-backup/failure-words';
import { formatsOf } from '../../language/formats';
import { type BatchOutcome, summarize } from './batch-summary';
import { resultMessages as messages } from './result-messages';

const SAID = {
  running: { title: messages.noticeRunning, intent: 'in-progress' },
  all: { title: messages.noticeDone, intent: 'success' },
  some: { title: messages.noticePartly, intent: 'warning' },
  none: { title: messages.noticeFailed, intent: 'error' },
} as const satisfies Record<BatchOutcome, { title: unknown; intent: Notice['intent'] }>;

function noticeOf(path: VaultPath, batch: ProtectionBatch): Notice {
  const { outcome, protectedCount, total } = summarize(batch);
  const { title, intent } = SAID[outcome];
  const language = getLanguage();
  return {
    title: formatMessage(language, title, { vault: path.vaultName }),
    body: formatMessage(language, messages.noticeCount, { done: protectedCount, total }),
    intent,
    href: paths.protection({ ...path, batchId: batch.batchId }),
  };
}

/** Once it has ended: what was enabled and will fail is no success. */
async function endNoticeOf(client: QueryClient, path: VaultPath, batch: ProtectionBatch): Promise<Notice> {
  const notice = noticeOf(path, batch);
  const ids = batch.results.flatMap(({ state, vmId }) => (state === 'protected' ? [vmId] : []));
  if (ids.length === 0) return notice;
  // What could not be read is not known to fail.
  const failures: FirstBackupFailures = await readFirstBackupFailures(client, path.subscriptionId, ids).catch(() => new Map());
  if (failures.size === 0) return notice;
  const language = getLanguage();
  const text: Text = (message, ...values) => formatMessage(language, message, ...values);
  const why = whyOf(failures.values(), text, formatsOf(language));
  const body = text(messages.noticeWillFailCount, { count: failures.size, total: batch.results.length, why });
  return {
    ...notice,
    title: notice.intent === 'success' ? text(messages.noticeWillFail, { vault: path.vaultName }) : notice.title,
    body: notice.intent === 'success' ? body : `${notice.body} ${body}`,
    intent: 'warning',
  };
}

/** Its order is kept no longer: what became of the machines is seen in the jobs. */
function goneNotice(path: VaultPath): Notice {
  const language = getLanguage();
  return {
    title: formatMessage(language, messages.noticeGone, { vault: path.vaultName }),
    body: formatMessage(language, messages.noticeGoneBody),
    intent: 'warning',
    href: paths.jobs(path),
  };
}

const EVERY_SECOND = 1000;

const watched = new Set<string>();

/** Follows a running batch until it ends, also after its blade is closed, and keeps one notification in step with it. */
export function watchProtection(client: QueryClient, path: VaultPath, batch: ProtectionBatch): void {
  const { batchId } = batch;
  if (batch.finished || watched.has(batchId)) return;
  watched.add(batchId);
  const notification = notify(noticeOf(path, batch));

  const observer = new QueryObserver(client, { ...protectionQuery(path, batchId), refetchInterval: EVERY_SECOND });
  const stop = observer.subscribe(({ data, error }) => {
    const isGone = error instanceof ProblemError && error.problem.code === 'batch-not-found';
    if (isGone) renotify(notification, goneNotice(path));
    else if (data?.finished === false) renotify(notification, noticeOf(path, data));
    if (data?.finished !== true && !isGone) return;
    stop();
    watched.delete(batchId);
    if (data?.finished === true) void endNoticeOf(client, path, data).then((notice) => renotify(notification, notice));
    for (const word of ['items', 'jobs', 'vault-counts', 'policies']) {
      void client.invalidateQueries({ queryKey: [word, path] });
    }
    void client.invalidateQueries({ queryKey: ['virtual-machines', path.subscriptionId] });
  });
}
