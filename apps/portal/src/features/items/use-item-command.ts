import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { vaultOf } from '../../api/queries';
import { translated } from '../../api/problem-error';
import { lookAgain } from '../../azure/items/look-again';
import { useLeadOn } from '../../blades/use-lead-on';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { notify } from '../../notifications/notifications';
import { tellStarted } from '../../notifications/tell-started';
import { paths } from '../../map/paths';

interface ItemCommand {
  /** What is said once Azure has taken the command. */
  started: Message<'name'>;
  /** What is said once it is done; without it, of what lasts longer than anyone waits, no more than that it has begun. */
  ended?: Message<'name'>;
  /** `orderId`: by which it is found on record. */
  send: (orderId: string) => Promise<CommandOutcome>;
  /** The id that makes it happen once, where it has one. */
  intentId?: string;
  /** Forgets the entries, which have done their work: false where others were made since. */
  done?: () => boolean;
}

interface Ordered extends ItemCommand {
  orderId: string;
}

/** A command for a backup item, as it is when somebody presses. Taken by Azure, it leads to its job; where Azure gave no answer, the blade stays and says so. */
export function useItemCommand(path: ItemPath, pressed: () => ItemCommand) {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const command = useMutation({
    mutationFn: ({ send, orderId }: Ordered) => translated(send(orderId)),
    onSettled: () => lookAgain(client, path),
    onSuccess({ state, jobId }, { started, ended, orderId, done }) {
      const isDone = state === 'finished';
      // Pressed again it is another order.
      if (isDone && ended === undefined) done?.();
      if (isDone ? ended === undefined : state !== 'started') return;
      const name = { name: path.vmName };
      const ofJob = jobId === null ? paths.jobs(path) : paths.job({ ...path, jobId });
      const href = isDone ? paths.item(path) : ofJob;
      const end = ended && text(ended, name);
      if (isDone && end !== undefined) notify({ title: end, intent: 'success', href });
      else tellStarted(client, vaultOf(path), { orderId, jobId, ended: end }, { title: text(started, name), intent: 'info', href });
      if (flushSync(() => done?.()) !== false) void leadOn(href);
    },
  });
  const { mutate, variables, isPending, error, data } = command;
  const order = (next: ItemCommand) => mutate({ ...next, orderId: next.intentId ?? crypto.randomUUID() });
  return {
    run: () => order(pressed()),
    /** Asks what became of it, whatever is entered by now. */
    ask: () => variables && order(variables),
    isPending,
    error,
    outcome: data,
  };
}
