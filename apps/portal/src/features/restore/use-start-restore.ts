import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { api } from '../../api/api';
import { isResourceGroupName } from '../../api/known-ids';
import { toProblemError, translated } from '../../api/problem-error';
import { vaultOf } from '../../api/queries';
import { useRestoreDraft } from '../../drafts/use-item-drafts';
import { useText } from '../../i18n/use-text';
import { notify } from '../../notifications/notifications';
import { paths } from '../../paths';
import { useEdition } from '../../settings/edition';
import { messages } from './messages';

/** Restores the disks the draft asks for, once: every press, in every tab, sends the same id, and the server acts once under one id. */
export function useStartRestore(path: ItemPath) {
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const edition = useEdition();
  const { draft, intentId: idOf, choose, discard } = useRestoreDraft(path);

  const start = useMutation({
    mutationFn: async () => {
      const { point, configuration } = draft;
      if (point === null || configuration === null) throw new Error('A restore needs a point and a configuration.');
      const intentId = idOf(edition);
      const { storageAccountId, targetGroup } = configuration;
      const group = isResourceGroupName(targetGroup) ? targetGroup : null;
      return translated(
        api.restores.start({ ...path, intentId, edition, recoveryPointId: point.id, storageAccountId, targetGroup: group }),
      );
    },
    onError(error) {
      // Chosen anew, the same restore gets a new id.
      if (toProblemError(error).problem.code === 'idempotency-key-reused') choose({});
    },
    onSuccess({ state, jobId }) {
      for (const word of ['jobs', 'restores', 'vault-counts']) void client.invalidateQueries({ queryKey: [word, vaultOf(path)] });
      if (state !== 'started') return;
      const href = jobId === null ? paths.restores(path) : paths.restore(path, jobId);
      notify({ title: text(messages.started, { name: path.vmName }), body: text(messages.startedBody), intent: 'info', href });
      flushSync(discard);
      void navigate(href);
    },
  });
  return { run: () => start.mutate(), isPending: start.isPending, error: start.error, outcome: start.data };
}
