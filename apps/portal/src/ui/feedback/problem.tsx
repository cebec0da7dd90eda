import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle20Filled } from '@fluentui/react-icons';
import { nameOf } from '@tresor/support-matrix';
import { lazy, Suspense, useContext, useEffect, useState } from 'react';
import { loadPart } from '../../api/load-code';
import { own } from '../../api/own';
import { toProblemError, type PortalProblem } from '../../api/problem-error';
import { useDelegated } from '../../api/use-delegated';
import { changedBefore, problemText, problemTodoOfProvider } from '../../words/problem-texts';
import { subscriptionSentTo } from '../../words/where-to-look';
import type { Message } from '../../language/messages';
import { namedFew } from '../../language/named-few';
import { useText } from '../../language/use-text';
import { useOptionalVaultPath } from '../../map/paths';
import { palette } from '../../theme/theme';
import { AzureWords } from './azure-words';
import { CopyButton } from '../actions/copy-button';
import { messages } from '../messages';
import { ProblemHelp, ProviderHelp } from './problem-help';
import { TextLink } from '../actions/text-link';
import { useFormat } from '../../language/use-format';

/** Words for every code of Azure are many, and most failures need none of them. */
const AzureCodeWords = lazy(() => loadPart(() => import('../../words/azure-code-words')));

/** Of these Azure’s code says more than ours. */
const BY_AZURE_CODE: ReadonlySet<string> = new Set(['azure-failed', 'operation-failed', 'not-as-it-is']);

/** The same holds for the rules of every entry. */
const FieldRuleWords = lazy(() => loadPart(() => import('../../words/field-rule-words')));

/** Blades beside one another miss the same thing: of those in view the newest says so, where the person is looking. */
const besideNewer = (code: string) => ({
  [`:global([data-blade]:has(~ [data-blade]:not([hidden]) > div:not([hidden]) [data-problem="${code}"]))`]: { display: 'none' },
});

const useMissingStyles = makeStyles({
  'vault-not-found': besideNewer('vault-not-found'),
  'item-not-found': besideNewer('item-not-found'),
});

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '10px',
    margin: '8px 0 14px',
    padding: '12px',
    border: `1px solid ${palette.tresorError}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0, color: palette.tresorError },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  happened: { fontWeight: tokens.fontWeightSemibold },
  details: { marginTop: '6px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  links: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '16px' },
});

/** Counts down what Azure or the server asks to wait. A screen reader is told once, not every second. */
function WaitTime({ seconds }: { seconds: number }) {
  const text = useText();
  const format = useFormat();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(left);
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <div role="timer" aria-live="off">
      {left > 0 ? text(messages.waitTime, { time: format.duration(left) }) : text(messages.waitOver)}
    </div>
  );
}

/** Of what lies in Resource Manager the last part of its id, as people call it; of anything else its address. */
const calledBy = (id: string): string => (id.startsWith('/') ? nameOf(id) : id);

/** What to do; where a customer has delegated the subscription, nobody is told to get a right that no delegation can hold. */
function Todo({ problem, otherwise }: { problem: PortalProblem; otherwise: Message }) {
  const text = useText();
  const ofProvider = problemTodoOfProvider(problem.code);
  if (ofProvider === undefined) return text(otherwise);
  return <TodoOfProvider problem={problem} todo={ofProvider} otherwise={otherwise} />;
}

function TodoOfProvider({ problem, todo, otherwise }: { problem: PortalProblem; todo: Message; otherwise: Message }) {
  const text = useText();
  const vault = useOptionalVaultPath();
  const isDelegated = useDelegated()(subscriptionSentTo(problem.sentTo) || (vault?.subscriptionId ?? ''));
  return text(isDelegated ? todo : otherwise);
}

/** What happened, what is certain, what to do. */
export default function Problem({ problem: thrown }: { problem: unknown }) {
  const styles = useStyles();
  const missingStyles = useMissingStyles();
  const text = useText();
  const format = useFormat();
  const { problem } = toProblemError(thrown);
  const helpFor = useContext(ProblemHelp);
  const helpWithProvider = useContext(ProviderHelp);
  const { changed = [] } = problem;
  const { happened, certain, look, todo } = problemText(problem.code, problem);
  const details = [
    text(messages.code, { code: problem.code }),
    ...(problem.code === 'page-fault' ? [problem.title] : []),
    ...(problem.azureCode === undefined ? [] : [text(messages.azureCode, { code: problem.azureCode })]),
    ...(problem.consentUrl === undefined ? [] : [problem.consentUrl]),
    ...(problem.correlationId === null ? [] : [text(messages.correlationId, { id: problem.correlationId })]),
    ...changed.map((id) => text(messages.changed, { id })),
  ];
  /** What to do by whatever Azure names, where its code does not say it. */
  const general = problem.code === 'not-as-it-is' && problem.azureCode !== undefined ? <div>{text(todo)}</div> : null;
  return (
    <div role="alert" data-problem={problem.code} className={mergeClasses(styles.bar, own(missingStyles, problem.code))}>
      <ErrorCircle20Filled className={styles.icon} />
      <div className={styles.text}>
        <div className={styles.happened}>{text(happened)}</div>
        {BY_AZURE_CODE.has(problem.code) && problem.azureCode !== undefined && (
          <Suspense fallback={general}>
            <AzureCodeWords code={problem.azureCode} otherwise={general} />
          </Suspense>
        )}
        {problem.code === 'invalid-request' && problem.fields !== undefined && (
          <Suspense>
            <FieldRuleWords fields={problem.fields} />
          </Suspense>
        )}
        <div>
          {changed.length > 0 && text(changedBefore, { names: namedFew(changed.map(calledBy), format, text) })}{' '}
          {certain !== null && text(certain)} {look !== null && text(look.first)}{' '}
          {general === null && <Todo problem={problem} otherwise={todo} />}
        </div>
        {problem.azureMessage !== undefined && (
          <div>
            <AzureWords message={problem.azureMessage} />
          </div>
        )}
        {problem.code === 'provider-not-registered' && helpWithProvider !== undefined && <Suspense>{helpWithProvider(problem)}</Suspense>}
        {(problem.retryAfter ?? 0) > 0 && <WaitTime key={problem.correlationId} seconds={problem.retryAfter ?? 0} />}
        <div className={styles.details}>
          {details.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
        {problem.consentUrl !== undefined && (
          <div>
            <Link href={problem.consentUrl} target="_blank" rel="noreferrer">
              {text(messages.giveConsent)}
            </Link>
          </div>
        )}
        <div className={styles.links}>
          {look !== null && look.link !== null && <TextLink to={look.link.href}>{text(look.link.label)}</TextLink>}
          {helpFor !== undefined && (
            <TextLink to={helpFor([problem.azureCode, problem.code].filter((code) => code !== undefined))}>
              {text(messages.moreHelp)}
            </TextLink>
          )}
          <CopyButton subtle value={details.join('\n')} label={text(messages.copy)} done={text(messages.copied)} />
        </div>
      </div>
    </div>
  );
}
