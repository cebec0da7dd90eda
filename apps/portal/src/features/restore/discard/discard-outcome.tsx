import { makeStyles, tokens } from '@fluentui/react-components';
import type { DiscardResult } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { AzureWords } from '../../../ui/feedback/azure-words';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { discardMessages as messages, kindWords, resultWords } from './discard-messages';

const STATUS: Readonly<Record<DiscardResult['state'], Status>> = {
  removed: 'success',
  removing: 'in-progress',
  'soft-deleted': 'warning',
  'kept-untold': 'warning',
  left: 'error',
  'in-doubt': 'unknown',
};

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  entry: { padding: '4px 0' },
});

/** What became of each thing, as Azure answered. */
export function DiscardOutcome({ results }: { results: readonly DiscardResult[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const wordsOf = ({ kind, state, until }: DiscardResult) => {
    if (state !== 'soft-deleted') return text(resultWords[state]);
    if (kind === 'file' || kind === 'vhd')
      return until === null ? text(messages.keptAsVersion) : text(messages.keptUntil, { time: format.dateTime(until) });
    return until === null ? text(messages.untilHidden) : text(messages.until, { time: format.dateTime(until) });
  };
  return (
    <output>
      <h3 className={styles.heading}>{text(messages.done)}</h3>
      <ul className={styles.list}>
        {results.map((result) => (
          <li key={`${result.kind} ${result.name}`} className={styles.entry}>
            <StatusBadge status={STATUS[result.state]}>{`${text(kindWords[result.kind])} ${result.name}: ${wordsOf(result)}`}</StatusBadge>
            {result.message !== null && (
              <div>
                <AzureWords message={result.message} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </output>
  );
}
