import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { isResourceGroupName } from '../../../api/known-ids';
import { toProblemError, translated } from '../../../api/problem-error';
import { lookAgain } from '../../../azure/items/look-again';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { paths } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { messages } from '../messages';

/** Restores the disks the draft asks for, once: every press, in every tab, sends the same id, and the server acts once under one id. */
export function useStartRestore(path: ItemPath) {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const edition = useEdition();
  const { draft, intentId: idOf, choose, begin } = useRestoreDraft(path);

  const start = useMutation({
    mutationFn: async () => {
      const { point, configuration } = draft;
      if (point === null || configuration === null) throw new Error('A restore needs a point and a configuration.');
      const intentId = idOf(edition);
      const { storageAccountId, targetGroup, region } = configuration;
      const group = isResourceGroupName(targetGroup) ? targetGroup : null;
      const chosen = { edition, recoveryPointId: point.id, storageAccountId, targetGroup: group, region };
      return { intentId, ...(await translated(api.restores.start({ ...path, intentId, ...chosen }))) };
    },
    onSettled: () => lookAgain(client, path),
    onError(error) {
      // Chosen again, the same restore gets a new id.
      if (toProblemError(error).problem.code === 'idempotency-key-reused') choose({});
    },
    onSuccess({ intentId, state, jobId }) {
      if (state !== 'started') return;
      const href = paths.begunRestore(path, jobId);
      notify({ title: text(messages.started, { name: path.vmName }), body: text(messages.startedBody), intent: 'info', href });
      flushSync(() => begin({ intentId, jobId }));
      void leadOn(href);
    },
  });
  return { run: () => start.mutate(), isPending: start.isPending, error: start.error, outcome: start.data };
}
