import { makeStyles, tokens } from '@fluentui/react-components';
import type { Restore, RestoreStep } from '@tresor/contracts';
import { lazy, Suspense } from 'react';
import { loadPart } from '../../../api/load-code';
import { useText } from '../../../language/use-text';
import { AzureWords } from '../../../ui/feedback/azure-words';
import { viewOf } from './journey-steps';
import { insteadOf, triedMessages as messages } from './tried-messages';

const AzureCodeWords = lazy(() => loadPart(() => import('../../../words/azure-code-words')));

const useStyles = makeStyles({
  box: { margin: '8px 0 14px' },
  heading: { margin: '10px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0', overflowWrap: 'anywhere' },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: '2px 0', paddingLeft: '18px', overflowWrap: 'anywhere' },
});

/** Of a step that was tried and did not help: why, as far as Azure tells, and what to do instead of trying the same again. */
export function TriedNotice({ restore, step }: { restore: Restore; step: RestoreStep }) {
  const styles = useStyles();
  const text = useText();
  const tried = restore.tried.find((one) => one.step === step);
  const reason = viewOf(restore.steps, step)?.reason ?? null;
  const instead = insteadOf(reason);
  if (tried === undefined) return null;
  const { code, message, disks } = tried;
  const wasDeleted = reason === 'disks-gone' || reason === 'disks-incomplete';
  // What was deleted may have been restored again, in vain.
  const wasTried = !wasDeleted || message !== null || code !== null;
  const isAttempt = reason !== 'machine-stopped' && reason !== 'agent-silent' && reason !== 'disks-cancelled' && wasTried;
  const todos = (
    <ul className={styles.list}>
      {instead.map((todo) => (
        <li key={todo.en}>{text(todo)}</li>
      ))}
    </ul>
  );
  return (
    <div className={styles.box}>
      {isAttempt && (
        <>
          <h3 className={styles.heading}>{text(messages.heading)}</h3>
          <div className={styles.line}>
            {message === null ? disks.length === 0 && text(messages.untold) : <AzureWords message={message} />}
          </div>
          {code !== null && <p className={styles.code}>{text(messages.code, { code })}</p>}
        </>
      )}
      {(isAttempt || wasDeleted) && disks.length > 0 && (
        <>
          <p className={styles.line}>{text(wasDeleted ? messages.gone : messages.disks)}</p>
          <ul className={styles.list}>
            {disks.map((disk) => (
              <li key={disk}>{disk}</li>
            ))}
          </ul>
        </>
      )}
      {instead.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.instead)}</h3>
          {code === null ? todos : <Suspense fallback={todos}>{<AzureCodeWords code={code} otherwise={todos} />}</Suspense>}
        </>
      )}
    </div>
  );
}
