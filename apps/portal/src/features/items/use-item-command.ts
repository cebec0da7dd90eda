import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { translated } from '../../api/problem-error';
import { lookAgain } from '../../azure/items/look-again';
import { useLeadOn } from '../../blades/use-lead-on';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { notify } from '../../notifications/notifications';
import { paths } from '../../map/paths';

interface ItemCommandOptions {
  /** What is said once Azure has taken the command. */
  started: Message<'name'>;
  send: () => Promise<CommandOutcome>;
  /** Forgets the entries, which have done their work. */
  onStarted?: () => void;
}

/** A command for a backup item. Taken by Azure, it leads to its job; where Azure gave no answer, the blade stays and says so. */
export function useItemCommand(path: ItemPath, { started, send, onStarted }: ItemCommandOptions) {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const command = useMutation({
    mutationFn: () => translated(send()),
    onSettled: () => lookAgain(client, path),
    onSuccess({ state, jobId }) {
      if (state !== 'started') return;
      const href = jobId === null ? paths.jobs(path) : paths.job({ ...path, jobId });
      notify({ title: text(started, { name: path.vmName }), intent: 'info', href });
      flushSync(() => onStarted?.());
      void leadOn(href);
    },
  });
  return { run: () => command.mutate(), isPending: command.isPending, error: command.error, outcome: command.data };
}
