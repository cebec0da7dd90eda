import { makeStyles } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JobId, VaultPath } from '@tresor/contracts';
import { api } from '../../api/api';
import { translated } from '../../api/problem-error';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { QuestionBox } from '../../ui/feedback/question-box';
import { CommandButton } from '../../azure/commands/command-button';
import { messages } from './messages';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

interface CancelJobProps {
  path: VaultPath;
  jobId: JobId;
  onClose: () => void;
}

/** Asks once more before a job is cancelled. */
export function CancelJob({ path, jobId, onClose }: CancelJobProps) {
  const styles = useStyles();
  const text = useText();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => translated(api.jobs.cancel({ ...path, jobId })),
    onSuccess: ({ state }) => (state === 'unknown' ? undefined : onClose()),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs', path] }),
  });
  const sending = cancel.isPending ? text(messages.cancelling) : undefined;
  return (
    <QuestionBox question={text(messages.cancelQuestion)} onNo={cancel.isPending ? undefined : onClose}>
      {cancel.error !== null && <ProblemBar problem={cancel.error} />}
      {cancel.data?.state === 'unknown' && <p role="alert">{text(messages.cancelUnknown)}</p>}
      <div className={styles.buttons}>
        <CommandButton
          onClick={() => cancel.mutate()}
          reason={sending}
          failed={cancel.error}
          beside={
            <PlainButton onClick={onClose} reason={sending}>
              {text(messages.cancelNo)}
            </PlainButton>
          }
        >
          {text(messages.cancelYes)}
        </CommandButton>
      </div>
    </QuestionBox>
  );
}
