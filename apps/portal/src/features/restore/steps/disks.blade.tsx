import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { Restore, JobId, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { isResourceGroupName } from '../../../api/known-ids';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { isItemPath, paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { disksMessages as messages, journeyMessages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { DisksProgress } from '../progress/disks-progress';
import { RestoreAgain } from './restore-again';
import { TriedNotice } from '../progress/tried-notice';
import { CommandButton } from '../../../azure/commands/command-button';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { RunningJob } from '../../../azure/jobs/running-job';
import { SurplusDisks } from './surplus-disks';
import { UntaggedDisks } from './untagged-disks';
import { api } from '../../../api/api';
import { missingDisksAttempts } from '../../../kept/item-drafts';
import { tellStarted } from '../../../notifications/tell-started';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { useStepCommand } from '../progress/use-step-command';
import { StepBlade, useStep } from '../progress/step-blade';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
});

/** What comes where the missing disks are restored again, before anybody asks for it. */
function MissingDisks({ restore: { comesAgain }, count }: { restore: Restore; count: number }) {
  const text = useText();
  if (comesAgain === null) return <p>{text(messages.missingNotKnown)}</p>;
  return (
    <>
      <p>{text(messages.fromSamePoint, { count })}</p>
      {comesAgain === 'all' && <p>{text(messages.bringsAll)}</p>}
      {comesAgain === 'with-system' && <p>{text(messages.bringsSystem)}</p>}
    </>
  );
}

/** Restores again what is gone of the disks, once: every press sends the same id until Azure has taken it. */
function useRestoreMissing(path: VaultPath, jobId: JobId, restore: Restore | undefined) {
  const text = useText();
  const client = useQueryClient();
  const edition = useEdition();
  const groups = [restore?.targetGroup ?? null].filter(isResourceGroupName);
  const barred = useBarred(path, { groups, diskGroups: groups });
  const attempt = [jobId, edition].join('/');
  const send = () => {
    const intentId = missingDisksAttempts.read(attempt).intentId ?? crypto.randomUUID();
    missingDisksAttempts.change(attempt, { intentId });
    return api.restores.restoreMissing({ ...path, jobId, intentId, edition });
  };
  const command = useStepCommand(path, send, {
    onSuccess({ state, jobId: again }) {
      if (state === 'checking') return;
      const intentId = missingDisksAttempts.read(attempt).intentId ?? undefined;
      missingDisksAttempts.clear(attempt);
      if (state !== 'started') return;
      const href = again === null ? paths.restore(path, jobId) : paths.job({ ...path, jobId: again });
      const title = text(messages.missingStarted, { name: restore?.vmName ?? '' });
      tellStarted(client, path, { orderId: intentId, jobId: again }, { title, intent: 'info', href });
    },
  });
  return {
    isWanted: restore !== undefined && viewOf(restore.steps, 'disks')?.command === 'restore-missing',
    command,
    sending: command.isPending ? text(messages.sendingMissing) : undefined,
    never: barred(map.disks.step),
  };
}

export default function DisksStep() {
  const styles = useStyles();
  const text = useText();
  const step = useStep('disks');
  const { path, jobId, data, view } = step;
  const item = { ...path, vmGroup: data?.vmGroup ?? '', vmName: data?.vmName ?? '' };
  const wasHere = view?.reason === 'disks-gone' || view?.reason === 'disks-incomplete';
  const disks = inSight(data?.disks) ?? [];
  const missing = useRestoreMissing(path, jobId, data);
  const count = data?.tried.find(({ step }) => step === 'disks')?.disks.length ?? 0;
  const command = () => {
    if (!missing.isWanted) return null;
    return (
      <CommandButton
        isBarred={missing.never !== undefined}
        onClick={() => missing.command.mutate()}
        reason={missing.sending ?? missing.never}
        failed={missing.command.error}
      >
        {count === 0 ? text(messages.restoreAllAgain) : text(messages.restoreMissing, { count })}
      </CommandButton>
    );
  };
  return (
    <StepBlade of={step} busy={missing.command.isPending} problem={missing.command.error} command={command()}>
      {isItemPath(item) && <RunningJob path={item} error={missing.command.error} />}
      {missing.isWanted && <CommandOutcomeNotice outcome={missing.command.data} ask={() => missing.command.mutate()} />}
      {data !== undefined && view?.state === 'running' && (
        <>
          <p>{text(messages.running)}</p>
          <DisksProgress path={path} jobId={jobId} restore={data} />
        </>
      )}
      {data !== undefined && <UntaggedDisks restore={data} />}
      {data !== undefined && view?.state === 'failed' && (
        <>
          {!wasHere && <p>{text(messages.failed)}</p>}
          <TriedNotice restore={data} step="disks" />
          {wasHere && <MissingDisks restore={data} count={count} />}
          {missing.isWanted && <p>{text(messages.otherwise)}</p>}
          {isItemPath(item) && <RestoreAgain item={item} restore={data} isSecond={missing.isWanted} />}
        </>
      )}
      {data !== undefined && disks.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(data.targetGroup === null ? messages.vhds : messages.managed)}</h3>
          <ul className={styles.list}>
            {disks.map((disk) => (
              <li key={disk}>{disk}</li>
            ))}
          </ul>
        </>
      )}
      {data !== undefined && data.completions.length > 0 && view?.state !== 'running' && <SurplusDisks path={path} jobId={jobId} />}
      <p>
        <TextLink to={paths.job({ ...path, jobId })}>{text(journeyMessages.job)}</TextLink>
      </p>
      {data?.completions.map(({ jobId: again }) => (
        <p key={again}>
          <TextLink to={paths.job({ ...path, jobId: again })}>{text(messages.againJob)}</TextLink>
        </p>
      ))}
    </StepBlade>
  );
}
