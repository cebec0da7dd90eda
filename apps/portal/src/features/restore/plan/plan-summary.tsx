import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanAnswers, Restore, StepReason } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { inSight } from '../../../api/facts';
import { takenByRun } from '../../../api/taken-by-run';
import { useText } from '../../../language/use-text';
import { storedSession } from '../../../session/stored-session';
import { InfoBox } from '../../../ui/feedback/info-box';
import { viewOf } from '../progress/journey-steps';
import { tagWords } from '../../../azure/tags/tag-words';
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

/** With these backup is enabled; all but the last only lack its first point. */
const ENABLED: ReadonlySet<StepReason | null> = new Set<StepReason>([
  'protection-running',
  'first-backup-missing',
  'first-backup-snapshot',
  'first-backup-running',
  'first-backup-failed',
  'latest-backup-failed',
]);

/** At these a run stops. */
const IN_THE_WAY: ReadonlySet<StepReason | null> = new Set<StepReason>([
  'protection-refused',
  'protected-elsewhere',
  'backup-data-deleted',
]);

/** What is still to happen, in order. */
export function PlanSummary({ restore, answers }: PlanSummaryProps) {
  const styles = useStyles();
  const text = useText();
  const { machine, keys, policyName, removeLeftovers } = answers;
  const isLeft = (step: Parameters<typeof viewOf>[1]) => viewOf(restore.steps, step)?.state !== 'done';
  const made = inSight(restore.machineId);
  // Made by hand, it may bear another name than was proposed.
  const name = made == null ? machine.name : nameOf(made);
  const keysLine = () => {
    if (keys === null || !isLeft('keys')) return [];
    if (keys.way === 'recover') return [text(messages.willRecover)];
    if (keys.way === 'create') return [text(messages.willCreate, { name: keys.name })];
    return [text(messages.willRestore, { name: nameOf(keys.keyVaultId) })];
  };
  const encryptionLine = () => {
    if (restore.pass === 'dual') return text(messages.willAskForSecret);
    return text(takenByRun(restore, 'encryption') ? messages.willEncrypt : messages.willAskAboutDisks);
  };
  const protectionLine = () => {
    const reason = viewOf(restore.steps, 'protection')?.reason ?? null;
    if (policyName === null) return text(ENABLED.has(reason) ? messages.willStayProtected : messages.willNotProtect, { name });
    if (IN_THE_WAY.has(reason)) return text(messages.willStopAtBackup, { name });
    if (reason === 'latest-backup-failed') return text(messages.willBackUpAgain, { name });
    return ENABLED.has(reason) ? text(messages.willBackUp, { name }) : text(messages.willProtect, { policy: policyName });
  };
  const lines = [
    ...(viewOf(restore.steps, 'disks')?.state === 'running' ? [text(messages.willWait)] : []),
    ...keysLine(),
    ...(isLeft('machine')
      ? [
          text(machine.withoutProximityGroup === true ? messages.willMakeApart : messages.willMake, {
            name,
            group: machine.group,
            size: machine.size,
          }),
          ...(machine.withoutTags === true ? [text(messages.willLeaveTags)] : []),
          ...(machine.addedTags === undefined ? [] : [text(messages.willAddTags, { tags: tagWords(machine.addedTags) })]),
        ]
      : []),
    ...(restore.encrypted && isLeft('encryption') ? [encryptionLine()] : []),
    ...(isLeft('protection') ? [protectionLine()] : []),
    ...(restore.encrypted && isLeft('after-care') ? [removeLeftovers ? text(messages.willRemove, { name }) : text(messages.willKeep)] : []),
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
