import type { RecordedCommand } from '@tresor/contracts';
import { isProblemCode } from '../../../api/problem-error';
import { problemText } from '../../../words/problem-texts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import type { Status } from '../../../words/status';
import { outcomeOf } from '../../../words/command-words';
import { useNeedWords } from '../progress/use-need-words';
import { recordMessages as messages } from './messages';

interface OutcomeWords {
  words: string;
  status: Status;
}

/** How a command ended, with when or why, or what one would need to see it. */
export function useOutcomeWords(): (command: RecordedCommand) => OutcomeWords {
  const text = useText();
  const format = useFormat();
  const needWords = useNeedWords();
  return (command) => {
    const { result, code, end } = command;
    const { word, status } = outcomeOf(command);
    const words = text(word);
    if (end.state === 'hidden') return { status, words: text(messages.endHidden, { word: words, needs: needWords(end.needs) }) };
    if (end.value !== null) return { status, words: text(messages.endedAt, { word: words, time: format.dateTime(end.value.at) }) };
    if (result === 'accepted') return { status, words: text(messages.endUnknown, { word: words }) };
    if (code === 'not-needed') return { status, words: text(messages.notNeeded) };
    if (code === 'not-started') return { status, words: text(messages.notStarted, { word: words }) };
    return { status, words: code !== null && isProblemCode(code) ? `${words}: ${text(problemText(code).happened)}` : words };
  };
}
