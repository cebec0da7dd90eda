import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { api } from '../../../api/api';
import { missingDisksAttempts } from '../../../kept/item-drafts';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { paths } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { disksMessages as messages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { useStepCommand } from '../progress/use-step-command';

/** Restores again what is gone of the disks, once: every press sends the same id until Azure has taken it. */
export function useRestoreMissing(path: VaultPath, jobId: JobId, restore: Restore | undefined) {
  const text = useText();
  const edition = useEdition();
  const barred = useBarred(path);
  const send = () => {
    const intentId = missingDisksAttempts.read(jobId).intentId ?? crypto.randomUUID();
    missingDisksAttempts.change(jobId, { intentId });
    return api.restores.restoreMissing({ ...path, jobId, intentId, edition });
  };
  const command = useStepCommand(path, send, {
    onSuccess({ state, jobId: again }) {
      if (state === 'checking') return;
      missingDisksAttempts.clear(jobId);
      if (state !== 'started') return;
      const href = again === null ? paths.restore(path, jobId) : paths.job({ ...path, jobId: again });
      notify({ title: text(messages.missingStarted, { name: restore?.vmName ?? '' }), intent: 'info', href });
    },
  });
  return {
    isWanted: restore !== undefined && viewOf(restore.steps, 'disks')?.command === 'restore-missing',
    command,
    whyNot: () => (command.isPending ? text(messages.sendingMissing) : barred('restore-disks')),
  };
}
