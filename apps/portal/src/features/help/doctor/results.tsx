import { makeStyles, tokens } from '@fluentui/react-components';
import { describeResult, type CheckResult, type DescribedResult } from '@tresor/contracts/doctor';
import { useLanguage } from '../../../language/language';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { messages } from './messages';

type Kind = DescribedResult['kind'];

const STATUS: Readonly<Record<Kind, Status>> = { finding: 'error', unseen: 'unknown', sound: 'success' };
const HEADINGS = { finding: messages.findings, unseen: messages.unseen, sound: messages.sound };
const KINDS = ['finding', 'unseen', 'sound'] as const satisfies readonly Kind[];

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, breakInside: 'avoid', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: '3px 0 0 22px' },
});

function Entry({ described: { kind, title, seen, means, fix } }: { described: DescribedResult }) {
  const styles = useStyles();
  const text = useText();
  return (
    <li className={styles.entry}>
      <StatusBadge status={STATUS[kind]}>
        <span className={styles.title}>{title}</span>
      </StatusBadge>
      <p className={styles.line}>{seen}</p>
      {means !== undefined && <p className={styles.line}>{text(messages.means, { what: means })}</p>}
      {fix !== undefined && <p className={styles.line}>{text(messages.fix, { what: fix })}</p>}
    </li>
  );
}

/** Results by what they ask of the reader, what has to be mended first. */
export function Results({ results, complete }: { results: readonly CheckResult[]; complete: boolean }) {
  const styles = useStyles();
  const text = useText();
  const language = useLanguage();
  const described = results.map((result) => ({ id: result.check, described: describeResult(result, language) }));
  const groups = KINDS.map((kind) => ({ kind, entries: described.filter((one) => one.described.kind === kind) }));
  return (
    <>
      {complete && groups[0]?.entries.length === 0 && <p>{text(messages.nothing)}</p>}
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ kind, entries }) => (
          <section key={kind} aria-labelledby={`doctor-${kind}`}>
            <h3 id={`doctor-${kind}`} className={styles.heading}>
              {text(HEADINGS[kind], { count: entries.length })}
            </h3>
            <ul className={styles.list}>
              {entries.map((entry) => (
                <Entry key={entry.id} described={entry.described} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
