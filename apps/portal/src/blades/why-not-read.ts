import { toProblemError } from '../api/problem-error';
import { defineMessages, type Message } from '../language/messages';

const messages = defineMessages({
  loading: { de: 'Wird noch geladen.', en: 'Still loading.' },
  unread: {
    de: 'Das konnte nicht gelesen werden. Wählen Sie „Aktualisieren“.',
    en: 'This couldn’t be read. Choose “Refresh”.',
  },
  gone: { de: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.', en: 'This doesn’t exist, or you can’t see it.' },
});

/** Something that is read for a blade. */
export interface Read<T = unknown> {
  data?: T | undefined;
  error: unknown;
}

/** What is not there was deleted, whatever was read of it before. */
function isGone({ error }: Read): boolean {
  const { code } = toProblemError(error).problem;
  return code.endsWith('-not-found') && code !== 'route-not-found';
}

/** Why nothing can be done with what is read, yet or any more; undefined while all of it is there. */
export function whyNotRead(...all: readonly Read[]): Message | undefined {
  if (all.some(isGone)) return messages.gone;
  const missing = all.filter(({ data }) => data === undefined);
  if (missing.length === 0) return undefined;
  return missing.some(({ error }) => error !== null) ? messages.unread : messages.loading;
}
