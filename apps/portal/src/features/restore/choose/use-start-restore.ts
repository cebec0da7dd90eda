import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { vaultOf } from '../../../api/queries';
import { isResourceGroupName } from '../../../api/known-ids';
import { toProblemError, translated } from '../../../api/problem-error';
import { lookAgain } from '../../../azure/items/look-again';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useText } from '../../../language/use-text';
import { tellStarted } from '../../../notifications/tell-started';
import { paths } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { messages } from '../messages';

type Command = Parameters<typeof api.restores.start>[0];

/** Restores the disks the draft asks for, once: every press, in every tab, sends the same id, and the server acts once under one id. */
export function useStartRestore(path: ItemPath) {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const edition = useEdition();
  const { draft, intentId: idOf, choose, begin } = useRestoreDraft(path);

  const start = useMutation({
    mutationFn: (command: Command) => translated(api.restores.start(command)),
    onSettled: () => lookAgain(client, path),
    onError(error) {
      // Chosen again, the same restore gets a new id.
      if (toProblemError(error).problem.code === 'idempotency-key-reused') choose({});
    },
    onSuccess({ state, jobId }, { intentId }) {
      // Chosen again, here too: pressed again it is another order.
      if (state === 'finished') choose({});
      if (state !== 'started') return;
      const href = paths.begunRestore(path, jobId);
      const title = text(messages.started, { name: path.vmName });
      tellStarted(client, vaultOf(path), { orderId: intentId, jobId }, { title, body: text(messages.startedBody), intent: 'info', href });
      if (flushSync(() => begin({ intentId, jobId }))) void leadOn(href);
    },
  });
  const { mutate, variables, isPending, error, data } = start;
  const run = () => {
    const { point, configuration } = draft;
    if (point === null || configuration === null) return;
    const { storageAccountId, targetGroup, region } = configuration;
    const group = isResourceGroupName(targetGroup) ? targetGroup : null;
    const where = { storageAccountId, targetGroup: group, region };
    mutate({ ...path, intentId: idOf(edition), edition, recoveryPointId: point.id, ...where });
  };
  /** Asks what became of it, whatever is chosen by now. */
  const ask = () => variables && mutate(variables);
  return { run, ask, isPending, error, outcome: data };
}
