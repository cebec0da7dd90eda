import { makeStyles } from '@fluentui/react-components';
import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { nameOf } from '@tresor/support-matrix';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isVmId } from '../../../api/known-ids';
import { useText } from '../../../language/use-text';
import { useBarred } from '../../../azure/rights/use-barred';
import { PlainButton } from '../../../ui/actions/buttons';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { QuestionBox } from '../../../ui/feedback/question-box';
import { focusOnArrival } from '../../../ui/focus-on-arrival';
import { CommandButton } from '../../../azure/commands/command-button';
import { machineMessages as messages } from './machine-messages';
import { useStepCommand } from '../progress/use-step-command';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

interface DeleteFailedProps {
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
}

/** Where the new machine is there, but failed: it can go, and another be made of the disks. Asks once more before. */
export function DeleteFailed({ path, jobId, restore }: DeleteFailedProps) {
  const styles = useStyles();
  const text = useText();
  const [asking, setAsking] = useState<boolean>();
  const id = inSight(restore.machineId) ?? null;
  const barred = useBarred(path, { vmIds: [id ?? ''].filter(isVmId) });
  const remove = useStepCommand(path, () => api.restores.deleteFailedMachine({ ...path, jobId }));
  if (id === null) return null;
  const name = nameOf(id);
  if (asking !== true) {
    return (
      <PlainButton
        {...(asking === false && { ref: focusOnArrival })}
        onClick={() => setAsking(true)}
        reason={barred('delete-failed-machine')}
      >
        {text(messages.deleteFailed)}
      </PlainButton>
    );
  }
  const sending = remove.isPending ? text(messages.deleting) : undefined;
  return (
    <QuestionBox question={text(messages.deleteQuestion, { name })} onNo={sending === undefined ? () => setAsking(false) : undefined}>
      {remove.error !== null && <ProblemBar problem={remove.error} />}
      <div className={styles.buttons}>
        <CommandButton
          onClick={() => remove.mutate()}
          reason={sending}
          failed={remove.error}
          beside={
            <PlainButton onClick={() => setAsking(false)} reason={sending}>
              {text(messages.deleteNo)}
            </PlainButton>
          }
        >
          {text(messages.deleteYes, { name })}
        </CommandButton>
      </div>
    </QuestionBox>
  );
}
