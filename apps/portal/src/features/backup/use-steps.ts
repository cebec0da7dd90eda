import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { useMatch } from 'react-router';
import { protectionQuery } from '../../api/queries';
import type { BackupDraft } from '../../kept/backup-draft';
import { paths } from '../../map/paths';

/** What the cards of the wizard say was chosen. */
export interface Steps {
  goalChosen: boolean;
  policyName: string | null;
  machineCount: number;
  /** The cards tell of an attempt whose result is open, not of the draft. */
  ofAttempt: boolean;
}

/** The choices of the attempt whose result stands beside the cards; else those of the draft. */
export function useSteps(path: VaultPath, draft: BackupDraft): Steps {
  const batchId = useMatch(`${paths.backup(path)}/result/:batchId`)?.params.batchId;
  const { data: batch, error } = useQuery({
    ...protectionQuery(path, batchId ?? ''),
    enabled: batchId !== undefined,
    refetchInterval: false,
  });
  if (batchId === undefined || error !== null) {
    return { goalChosen: draft.goalChosen, policyName: draft.policyName, machineCount: draft.machines.length, ofAttempt: false };
  }
  return { goalChosen: true, policyName: batch?.policyName ?? null, machineCount: batch?.results.length ?? 0, ofAttempt: true };
}
