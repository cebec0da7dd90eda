import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { useNavigate } from 'react-router';
import { api } from '../../api/api';
import { isPolicyName, isVmId } from '../../api/known-ids';
import { toProblemError, translated } from '../../api/problem-error';
import { protectionQuery } from '../../api/queries';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { paths } from '../../map/paths';
import { useEdition } from '../../kept/edition';
import { watchProtection } from './watch-protection';

/** Enables what the draft holds, once: every press sends the same id, and the server starts nothing twice under one id. */
export function useEnable(path: VaultPath) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const edition = useEdition();
  const { draft, attempt, choose, discard } = useBackupDraft(path);

  return useMutation({
    mutationFn: async () => {
      const { policyName } = draft;
      if (!isPolicyName(policyName)) throw new Error('Enabling needs a policy.');
      const { batchId } = attempt(edition);
      const vmIds = draft.machines.map(({ id }) => id).filter(isVmId);
      return translated(api.protection.enable({ ...path, batchId, edition, policyName, vmIds }));
    },
    onError(error) {
      // Chosen anew, the same machines get a new id.
      if (toProblemError(error).problem.code === 'idempotency-key-reused') choose({});
    },
    async onSuccess(batch) {
      client.setQueryData(protectionQuery(path, batch.batchId).queryKey, batch);
      watchProtection(client, path, batch);
      // The cards keep what was chosen until the result stands beside them.
      await navigate(paths.protection({ ...path, batchId: batch.batchId }));
      discard();
    },
  });
}
