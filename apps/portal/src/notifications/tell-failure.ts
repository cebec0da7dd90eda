import { nameOf } from '@tresor/support-matrix';
import type { Text } from '../language/use-text';
import { namedFew } from '../language/named-few';
import { formatsOf } from '../language/formats';
import type { ProblemError } from '../api/problem-error';
import { subscriptionsQuery } from '../api/queries';
import { queryClient } from '../api/query-client';
import { isDelegatedIn } from '../api/use-delegated';
import { getLanguage } from '../language/language';
import { defineMessages, formatMessage } from '../language/messages';
import { changedBefore, problemText, problemTodoOfProvider } from '../words/problem-texts';
import { subscriptionSentTo } from '../words/where-to-look';
import { notify } from './notifications';

const messages = defineMessages({
  about: {
    de: 'Es geht um den Vorgang, den Sie auf der Seite ausgelöst haben, zu der „Anzeigen“ führt.',
    en: 'This is about what you started on the page that “Show” leads to.',
  },
});

/** Tells of a command that failed after its blade was left, in the words that stand there otherwise. */
export function tellFailure({ problem }: ProblemError, href: string): void {
  const language = getLanguage();
  const { changed = [] } = problem;
  const { happened, certain, look, todo } = problemText(problem.code, problem);
  const isDelegated = isDelegatedIn(queryClient.getQueryData(subscriptionsQuery().queryKey), subscriptionSentTo(problem.sentTo));
  const text: Text = (message, ...values) => formatMessage(language, message, ...values);
  const body = [
    text(messages.about),
    ...(changed.length > 0 ? [text(changedBefore, { names: namedFew(changed.map(nameOf), formatsOf(language), text) })] : []),
    ...(certain === null ? [] : [text(certain)]),
    ...(look === null ? [] : [text(look.first)]),
    text((isDelegated ? problemTodoOfProvider(problem.code) : undefined) ?? todo),
  ];
  notify({ title: text(happened), body: body.join(' '), intent: 'error', href });
}
