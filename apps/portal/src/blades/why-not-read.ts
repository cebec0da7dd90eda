import { defineMessages, type Message } from '../language/messages';

const messages = defineMessages({
  loading: { de: 'Wird noch geladen.', en: 'Still loading.' },
  unread: {
    de: 'Das konnte nicht gelesen werden. Wählen Sie „Aktualisieren“.',
    en: 'This couldn’t be read. Choose “Refresh”.',
  },
});

/** Something that is read for a blade. */
export interface Read<T = unknown> {
  data?: T | undefined;
  error: unknown;
}

/** Why nothing can be done yet with what is read; undefined once all of it is there. */
export function whyNotRead(...all: readonly Read[]): Message | undefined {
  const missing = all.filter(({ data }) => data === undefined);
  if (missing.length === 0) return undefined;
  return missing.some(({ error }) => error !== null) ? messages.unread : messages.loading;
}
