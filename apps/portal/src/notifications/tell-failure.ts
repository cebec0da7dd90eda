import type { ProblemError } from '../api/problem-error';
import { getLanguage } from '../language/language';
import { defineMessages, formatMessage } from '../language/messages';
import { targetName } from '../words/command-words';
import { changedBefore, problemText } from '../words/problem-texts';
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
  const { happened, certain, todo } = problemText(problem.code, problem.onlyRead, changed.length > 0, problem.inDoubt);
  const body = [
    formatMessage(language, messages.about),
    ...(changed.length > 0 ? [formatMessage(language, changedBefore, { names: changed.map(targetName).join(', ') })] : []),
    ...(certain === null ? [] : [formatMessage(language, certain)]),
    formatMessage(language, todo),
  ];
  notify({ title: formatMessage(language, happened), body: body.join(' '), intent: 'error', href });
}
