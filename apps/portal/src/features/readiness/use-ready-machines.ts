import { useQuery } from '@tanstack/react-query';
import type { KeyVaultAccess, SubscriptionId } from '@tresor/contracts';
import type { KeyVaultStanding, ReadinessContext } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { isKeyVaultId } from '../../api/known-ids';
import { countedVaultsQuery, keyVaultAccessQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../kept/backup-draft';
import { agentIn, type AgentReports } from '../../azure/machines/agent-reports';
import { useEdition } from '../../kept/edition';
import { useDiskEncryptionEnded } from '../../azure/machines/use-disk-encryption-ended';
import { createReadinessJudge, type ReadyMachine } from './ready-machine';

const STANDING: Readonly<Record<KeyVaultAccess['state'], KeyVaultStanding>> = {
  granted: 'granted',
  lacking: 'lacking',
  missing: 'missing',
  unreadable: 'unknown',
  unknown: 'unknown',
};

interface ReadyMachines {
  rows: readonly ReadyMachine[];
  total: number;
  /** Every machine is there and judged by all that can be known of its vaults and key vaults. */
  complete: boolean;
  error: unknown;
  refresh: () => void;
}

const NOTHING: readonly KeyVaultAccess[] = [];

/** What was found of each key vault; where Azure did not say, nobody knows. */
const standingsOf = (asked: readonly string[], found: readonly KeyVaultAccess[]) =>
  new Map<string, KeyVaultStanding>([
    ...asked.map((id) => [id.toLowerCase(), 'unknown'] as const),
    ...found.map(({ id, state }) => [id.toLowerCase(), STANDING[state]] as const),
  ]);

/** The machines of a subscription, each judged for all of its vaults in the edition in force. */
export function useReadyMachines(subscriptionId: SubscriptionId, reports: AgentReports): ReadyMachines {
  const edition = useEdition();
  const diskEncryptionEnded = useDiskEncryptionEnded();
  const list = useQuery(virtualMachinesQuery(subscriptionId));
  const vaults = useQuery(countedVaultsQuery(subscriptionId));
  const machines = list.data?.rows;
  const listed = list.data?.complete ?? false;

  const keyVaultIds = useMemo(() => (listed && machines ? keyVaultIdsOf(machines).filter(isKeyVaultId) : []), [listed, machines]);
  const access = useQuery(keyVaultAccessQuery({ keyVaultIds, needsKeys: true }));
  const found = access.data ?? NOTHING;
  const isReading = access.isPending;

  const judge = useMemo(() => {
    if (vaults.data === undefined) return undefined;
    const context: ReadinessContext = {
      edition,
      diskEncryptionEnded,
      vaults: vaults.data.map(({ id, location, protectedItems }) => ({ id, subscriptionId, location, protectedItemCount: protectedItems })),
      keyVaults: found.flatMap(({ id, location }) => (location === null ? [] : [{ id, location }])),
      standings: standingsOf(isReading ? [] : keyVaultIds, found),
    };
    return createReadinessJudge(context);
  }, [edition, diskEncryptionEnded, subscriptionId, vaults.data, isReading, keyVaultIds, found]);

  const rows = useMemo(
    () => (judge && machines ? machines.map((machine) => judge(machine, agentIn(reports, machine.id))) : []),
    [judge, machines, reports],
  );

  return {
    rows,
    total: list.data?.total ?? 0,
    complete: listed && vaults.data !== undefined && !access.isLoading,
    error: list.error ?? vaults.error ?? access.error,
    refresh() {
      void list.refetch();
      void vaults.refetch();
      void access.refetch();
    },
  };
}
