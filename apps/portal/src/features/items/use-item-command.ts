import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { vaultOf } from '../../api/queries';
import { translated } from '../../api/problem-error';
import { lookAgain } from '../../azure/items/look-again';
import { useLeadOn } from '../../blades/use-lead-on';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { tellStarted } from '../../notifications/tell-started';
import { paths } from '../../map/paths';

interface ItemCommand {
  /** What is said once Azure has taken the command. */
  started: Message<'name'>;
  send: () => Promise<CommandOutcome>;
  /** The id that makes it happen once. */
  intentId?: string;
  /** Forgets the entries, which have done their work: false where others were made since. */
  done?: () => boolean;
}

/** A command for a backup item, as it is when somebody presses. Taken by Azure, it leads to its job; where Azure gave no answer, the blade stays and says so. */
export function useItemCommand(path: ItemPath, pressed: () => ItemCommand) {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const command = useMutation({
    mutationFn: ({ send }: ItemCommand) => translated(send()),
    onSettled: () => lookAgain(client, path),
    onSuccess({ state, jobId }, { started, intentId, done }) {
      if (state !== 'started') return;
      const href = jobId === null ? paths.jobs(path) : paths.job({ ...path, jobId });
      tellStarted(client, vaultOf(path), { intentId, jobId }, { title: text(started, { name: path.vmName }), intent: 'info', href });
      if (flushSync(() => done?.()) !== false) void leadOn(href);
    },
  });
  const { mutate, variables, isPending, error, data } = command;
  return {
    run: () => mutate(pressed()),
    /** Asks what became of it, whatever is entered by now. */
    ask: () => variables && mutate(variables),
    isPending,
    error,
    outcome: data,
  };
}
