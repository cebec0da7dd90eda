import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanAnswers, Restore } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { storedSession } from '../../../session/stored-session';
import { InfoBox } from '../../../ui/feedback/info-box';
import { viewOf } from '../progress/journey-steps';
import { planMessages as messages } from './plan-messages';
import { useSignInEnd } from '../../../words/use-sign-in-end';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
});

interface PlanSummaryProps {
  restore: Restore;
  answers: PlanAnswers;
}

/** What is still to happen, in order. */
export function PlanSummary({ restore, answers }: PlanSummaryProps) {
  const styles = useStyles();
  const text = useText();
  const { machine, keys, policyName, removeLeftovers } = answers;
  const isLeft = (step: Parameters<typeof viewOf>[1]) => viewOf(restore.steps, step)?.state !== 'done';
  const keysLine = () => {
    if (keys === null || !isLeft('keys')) return [];
    if (keys.way === 'recover') return [text(messages.willRecover)];
    if (keys.way === 'create') return [text(messages.willCreate, { name: keys.name })];
    return [text(messages.willRestore, { name: keys.keyVaultId.slice(keys.keyVaultId.lastIndexOf('/') + 1) })];
  };
  const lines = [
    ...(isLeft('disks') ? [text(messages.willWait)] : []),
    ...keysLine(),
    ...(isLeft('machine') ? [text(messages.willMake, { name: machine.name, group: machine.group, size: machine.size })] : []),
    ...(restore.encrypted && isLeft('encryption')
      ? [text(restore.pass === 'dual' ? messages.willAskForSecret : messages.willEncrypt)]
      : []),
    ...(isLeft('protection')
      ? [policyName === null ? text(messages.willNotProtect, { name: machine.name }) : text(messages.willProtect, { policy: policyName })]
      : []),
    ...(restore.encrypted && isLeft('after-care')
      ? [removeLeftovers ? text(messages.willRemove, { name: machine.name }) : text(messages.willKeep)]
      : []),
  ];
  return (
    <>
      <h3 className={styles.heading}>{text(messages.summary)}</h3>
      <ol className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
}

/** In whose name it will happen, how far that reaches, and what ends it. */
export function PlanReach() {
  const text = useText();
  const signInEnd = useSignInEnd();
  const until = storedSession()?.expiresAt;
  return (
    <InfoBox>
      {until !== undefined && <p>{text(messages.reach, { until: signInEnd(new Date(until)) })}</p>}
      <p>{text(messages.noRepeats)}</p>
    </InfoBox>
  );
}
