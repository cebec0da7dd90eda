import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { Disclosure } from '../../ui/layout/disclosure';
import { auditChainQuery, type ChainCheck } from './audit-queries';
import { chainMessages as messages, faultWords } from './messages';

const useStyles = makeStyles({
  state: { margin: '4px 0', fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' },
  details: { margin: '2px 0 6px', '& p': { margin: '4px 0', overflowWrap: 'anywhere' } },
});

/** What the check has found, in one line. */
function Verdict({ check, failed }: { check: ChainCheck; failed: boolean }) {
  const text = useText();
  const format = useFormat();
  const { sound, fault, complete, at } = check;
  if (fault !== null) return <StatusBadge status="error">{text(faultWords[fault.fault], { number: fault.number })}</StatusBadge>;
  if (failed) return <StatusBadge status="unknown">{text(messages.notChecked)}</StatusBadge>;
  if (!complete || at === null) return <StatusBadge status="in-progress">{text(messages.checking)}</StatusBadge>;
  if (sound.length === 0) return <StatusBadge status="info">{text(messages.none)}</StatusBadge>;
  return <StatusBadge status="success">{text(messages.sound, { last: sound.length, time: format.dateTime(at) })}</StatusBadge>;
}

function Details({ check, keptDays: days }: { check: ChainCheck; keptDays: number }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { sound, fault, complete, open } = check;
  const last = sound.at(-1);
  const removed = sound.filter(({ removedAt }) => removedAt !== null);
  const removedAt = removed
    .map((segment) => segment.removedAt ?? '')
    .toSorted()
    .at(-1);
  return (
    <div className={styles.details}>
      <p>{text(messages.how)}</p>
      {fault !== null && <p>{text(messages.before, { count: sound.length })}</p>}
      {last !== undefined && (
        <p>{text(messages.lastSegment, { number: last.number, time: format.dateTime(last.closedAt), hash: last.hash })}</p>
      )}
      {complete && fault === null && <p>{text(messages.open, { count: open })}</p>}
      {removedAt === undefined ? (
        complete && fault === null && <p>{text(messages.nothingRemoved, { days })}</p>
      ) : (
        <p>{text(messages.removed, { count: removed.length, time: format.dateTime(removedAt), days })}</p>
      )}
      <p>{text(messages.limit)}</p>
    </div>
  );
}

/** Whether the record is as it was closed: read again for who looks, so that nobody has to be believed who says so. */
export function ChainState({ keptDays }: { keptDays: number }) {
  const styles = useStyles();
  const text = useText();
  const { data, error, isFetching, refetch } = useQuery(auditChainQuery);
  if (data === undefined && error === null) return <div className={styles.state}>{text(messages.checking)}</div>;
  const isChecking = isFetching && error === null;
  return (
    <section aria-label={text(messages.chain)} className={styles.state}>
      <div className={styles.line}>
        {data !== undefined && (
          <output>
            <Verdict check={data} failed={error !== null} />
          </output>
        )}
        <PlainButton onClick={() => void refetch()} reason={isChecking ? text(messages.checking) : undefined}>
          {text(messages.again)}
        </PlainButton>
        <Disclosure label={text(messages.details)} name={text(messages.detailsOf)}>
          {data !== undefined && <Details check={data} keptDays={keptDays} />}
        </Disclosure>
      </div>
      {isChecking && data !== undefined && data.last > 0 && (
        <ProgressLine label={text(messages.progress, { done: data.sound.length, all: data.last })} value={data.sound.length / data.last} />
      )}
      {error !== null && <ProblemBar problem={error} />}
    </section>
  );
}
