import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { RecordedCommand, VaultPath } from '@tresor/contracts';
import { commandsQuery } from '../api/queries';
import { getLanguage } from '../language/language';
import { defineMessages, formatMessage } from '../language/messages';
import { paths } from '../map/paths';
import { commandWords, targetName } from '../words/command-words';
import { problemText } from '../words/problem-texts';
import { type Notice, renotify } from './notifications';

const messages = defineMessages({
  failed: { de: '„{command}“ ist fehlgeschlagen: {name}', en: '“{command}” failed: {name}' },
  code: { de: 'Azures Fehlercode: {code}.', en: 'Azure’s error code: {code}.' },
});

const EVERY_MS = 10_000;
/** Azure was never seen to take a minute. */
const MOST_LOOKS = 60;

function failedNotice(path: VaultPath, { command, target, about }: RecordedCommand): Notice {
  const language = getLanguage();
  const title = { command: formatMessage(language, commandWords[command]), name: targetName(target) };
  const code = about['azureCode'];
  const body = [
    formatMessage(language, problemText('operation-failed').happened),
    ...(code === undefined ? [] : [formatMessage(language, messages.code, { code })]),
  ];
  return { title: formatMessage(language, messages.failed, title), body: body.join(' '), intent: 'error', href: paths.activity(path) };
}

/** Looks at what is on record of an order until it has a job, or came to nothing: then that is told in place of its beginning. */
export function followOrder(client: QueryClient, path: VaultPath, intentId: string, notification: number): void {
  const observer = new QueryObserver(client, { ...commandsQuery(path, 1), refetchInterval: EVERY_MS });
  let looks = 0;
  const stop = observer.subscribe(({ data, isFetching }) => {
    if (isFetching) return;
    looks += 1;
    const order = data?.find(({ commandId }) => commandId === intentId);
    const end = order?.end.state === 'known' ? order.end.value : null;
    const isKnown = end !== null || (order !== undefined && order.jobId !== null);
    if (isKnown || looks > MOST_LOOKS) stop();
    if (!isKnown) return;
    void client.invalidateQueries({ queryKey: ['jobs', path] });
    if (order && order.jobId === null && end?.end === 'failed') renotify(notification, failedNotice(path, order));
  });
}
