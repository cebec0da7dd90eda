import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { CommandEnd, RecordedCommand, VaultPath } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { isJobId } from '../api/known-ids';
import { commandsQuery, jobQuery } from '../api/queries';
import { getLanguage } from '../language/language';
import { defineMessages, formatMessage } from '../language/messages';
import { paths } from '../map/paths';
import { commandWords } from '../words/command-words';
import { problemText } from '../words/problem-texts';
import { type Notice, renotify } from './notifications';

const messages = defineMessages({
  failed: { de: '„{command}“ ist fehlgeschlagen: {name}', en: '“{command}” failed: {name}' },
  cancelled: { de: '„{command}“ wurde abgebrochen: {name}', en: '“{command}” was canceled: {name}' },
  unknown: { de: 'Ausgang nicht bekannt: {begun}', en: 'Outcome not known: {begun}' },
  withoutJob: { de: '„{command}“ ist ohne Sicherungsauftrag abgeschlossen: {name}', en: '“{command}” finished without a job: {name}' },
  code: { de: 'Azures Fehlercode: {code}.', en: 'Azure’s error code: {code}.' },
  reason: { de: 'Azure meldet: {message}', en: 'Azure reports: {message}' },
  accepted: {
    de: 'Azure hat den Vorgang angenommen. Wie er ausging, war zehn Minuten lang nicht zu erfahren. Sehen Sie nach, ehe Sie es wiederholen.',
    en: 'Azure accepted the operation. For ten minutes there was no telling how it ended. Look before you do it again.',
  },
  finished: {
    de: 'Azure meldet den Vorgang als abgeschlossen und nennt keinen Sicherungsauftrag. Sehen Sie nach, ob er in der Liste der Sicherungsaufträge steht.',
    en: 'Azure reports the operation as finished and names no job. Look whether the list of backup jobs has it.',
  },
});

const EVERY_MS = 5_000;
/** Ten minutes: Azure was never seen to take one until a job shows, and a few until what is followed to its end is done. */
const MOST_LOOKS = 120;

interface Followed {
  orderId: string;
  /** What is said once it is done; else it is followed to its job. */
  ended: string | undefined;
  begun: Notice;
}

function titleOf(title: 'failed' | 'cancelled' | 'withoutJob', { command, target }: RecordedCommand): string {
  const language = getLanguage();
  return formatMessage(language, messages[title], { command: formatMessage(language, commandWords[command]), name: nameOf(target) });
}

/** What Azure says to the failure: the job's words, else the code. */
async function reasonOf(client: QueryClient, path: VaultPath, { jobId, about }: RecordedCommand): Promise<string[]> {
  const language = getLanguage();
  const ofJob = jobId ?? undefined;
  const job = isJobId(ofJob) ? await client.fetchQuery(jobQuery(path, ofJob)).catch(() => undefined) : undefined;
  const [finding] = job?.errors ?? [];
  if (finding) return [formatMessage(language, messages.reason, { message: finding.message || finding.title })];
  const code = about['azureCode'];
  return code === undefined ? [] : [formatMessage(language, messages.code, { code })];
}

const LOOK = { failed: 'error', cancelled: 'warning', succeeded: 'success' } as const;

/** What is told in the end; undefined where the order has become a job that is not followed. */
async function endNotice(client: QueryClient, path: VaultPath, { ended }: Followed, order: RecordedCommand): Promise<Notice | undefined> {
  const language = getLanguage();
  const end = endOf(order);
  const href = order.jobId === null ? paths.activity(path) : paths.job({ ...path, jobId: order.jobId });
  if (end === null) return undefined;
  if (end === 'succeeded' && ended !== undefined) return { title: ended, intent: LOOK[end], href };
  if (end === 'succeeded') {
    const body = formatMessage(language, messages.finished);
    return order.jobId === null ? { title: titleOf('withoutJob', order), body, intent: 'warning', href: paths.jobs(path) } : undefined;
  }
  if (end === 'cancelled') return { title: titleOf(end, order), intent: LOOK[end], href };
  const body = [formatMessage(language, problemText('operation-failed').happened), ...(await reasonOf(client, path, order))];
  return { title: titleOf(end, order), body: body.join(' '), intent: LOOK[end], href };
}

function unknownNotice({ begun }: Followed, path: VaultPath): Notice {
  const language = getLanguage();
  const title = formatMessage(language, messages.unknown, { begun: begun.title });
  return { title, body: formatMessage(language, messages.accepted), intent: 'warning', href: begun.href ?? paths.activity(path) };
}

/** What was done at once has ended with its answer. */
function endOf({ result, end }: RecordedCommand): CommandEnd | null {
  if (result === 'done') return 'succeeded';
  return end.state === 'known' && end.value !== null ? end.value.end : null;
}

const TOUCHED = ['items', 'policies', 'jobs'];

/** Looks at what is on record of an order until that tells what became of it: then that is told in place of its beginning. */
export function followOrder(client: QueryClient, path: VaultPath, followed: Followed, notification: number): void {
  const observer = new QueryObserver(client, { ...commandsQuery(path, 1), refetchInterval: EVERY_MS });
  let looks = 0;
  const stop = observer.subscribe(({ data, isFetching }) => {
    if (isFetching) return;
    looks += 1;
    const order = data?.find(({ commandId }) => commandId === followed.orderId);
    const isKnown = order !== undefined && (endOf(order) !== null || (followed.ended === undefined && order.jobId !== null));
    if (!isKnown && looks <= MOST_LOOKS) return;
    stop();
    for (const word of TOUCHED) void client.invalidateQueries({ queryKey: [word, path] });
    if (!isKnown) renotify(notification, unknownNotice(followed, path));
    else void endNotice(client, path, followed, order).then((notice) => notice && renotify(notification, notice));
  });
}
