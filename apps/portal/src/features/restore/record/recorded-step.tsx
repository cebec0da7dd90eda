import { makeStyles, tokens } from '@fluentui/react-components';
import type { RestoreRecord, RecordedCommand } from '@tresor/contracts';
import { isProblemCode } from '@tresor/contracts/problem-codes';
import { nameOf } from '@tresor/support-matrix';
import type { ReactNode } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useOptionalVaultPath } from '../../../map/paths';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { chosenWords } from '../../../words/chosen-words';
import { commandWords, outcomeOf } from '../../../words/command-words';
import { recordMessages as messages } from './messages';
import { RecordedRequests } from './recorded-requests';
import { problemText } from '../../../words/problem-texts';
import type { Status } from '../../../words/status';
import { useNeedWords } from '../../../azure/rights/use-need-words';

const useStyles = makeStyles({
  step: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)', gap: '2px 16px', margin: '4px 0' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** The job of the restore that the record is of: no command of it is for another one. */
const RESTORE = /\/backupJobs\/[^/]+$/i;

type Command = RestoreRecord['commands'][number];

interface OutcomeWords {
  words: string;
  status: Status;
}

/** How a command ended, with when or why, or what one would need to see it. */
function useOutcomeWords(): (command: RecordedCommand) => OutcomeWords {
  const text = useText();
  const format = useFormat();
  const needWords = useNeedWords(useOptionalVaultPath()?.subscriptionId);
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

/** One command: who, when, what, on what, with which outcome. */
export function RecordedStep({ command }: { command: Command }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const outcome = useOutcomeWords()(command);
  const { by, at, about, reason, correlationId, requests } = command;
  const entries = [
    { name: text(messages.on), value: RESTORE.test(command.target) ? text(messages.thisRestore) : nameOf(command.target) },
    ...chosenWords(about, text, format),
    ...(reason === null ? [] : [{ name: text(messages.reason), value: reason }]),
    { name: text(messages.result), value: <StatusBadge status={outcome.status}>{outcome.words}</StatusBadge> },
    { name: text(messages.correlationId), value: correlationId },
  ];
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <h4 className={styles.name}>{text(commandWords[command.command])}</h4>
        <span>{format.dateTime(at)}</span>
      </div>
      <div>{text(messages.by, by)}</div>
      <dl className={styles.list}>
        {entries.map(({ name, value }) => (
          <Entry key={name} name={name}>
            {value}
          </Entry>
        ))}
      </dl>
      {requests.length > 0 && <RecordedRequests requests={requests} />}
    </li>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
