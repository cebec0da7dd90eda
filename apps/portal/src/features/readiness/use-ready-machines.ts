import { useQueries, useQuery } from '@tanstack/react-query';
import type { KeyVaultAccess, SubscriptionId } from '@tresor/contracts';
import type { KeyVaultStanding, ReadinessContext } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { isKeyVaultId } from '../../api/known-ids';
import { countedVaultsQuery, keyVaultAccessQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../drafts/backup-draft';
import { agentIn, type AgentReports } from '../../machines/agent-reports';
import { useEdition } from '../../settings/edition';
import { createReadinessJudge, type ReadyMachine } from './ready-machine';

/** So many key vaults are looked at in one call. */
const KEY_VAULTS_PER_CALL = 100;

const STANDING: Readonly<Record<KeyVaultAccess['state'], KeyVaultStanding>> = {
  granted: 'granted',
  lacking: 'lacking',
  missing: 'missing',
  unreadable: 'unknown',
  unknown: 'unknown',
};

export interface ReadyMachines {
  rows: readonly ReadyMachine[];
  total: number;
  /** Every machine is there and judged by all that can be known of its vaults and key vaults. */
  complete: boolean;
  error: unknown;
  refresh: () => void;
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const NOTHING: readonly KeyVaultAccess[] = [];

/** The machines of a subscription, each judged for all of its vaults in the edition in force. */
export function useReadyMachines(subscriptionId: SubscriptionId, reports: AgentReports): ReadyMachines {
  const edition = useEdition();
  const list = useQuery(virtualMachinesQuery(subscriptionId));
  const vaults = useQuery(countedVaultsQuery(subscriptionId));
  const machines = list.data?.rows;
  const listed = list.data?.complete ?? false;

  const keyVaultIds = useMemo(() => (listed && machines ? keyVaultIdsOf(machines).filter(isKeyVaultId) : []), [listed, machines]);
  const access = useQueries({
    queries: chunks(keyVaultIds, KEY_VAULTS_PER_CALL).map((ids) => keyVaultAccessQuery({ edition, keyVaultIds: ids, needsKeys: true })),
    combine: (answers) => ({
      read: answers.every(({ isPending }) => !isPending),
      found: answers.length === 1 ? (answers[0]?.data ?? NOTHING) : answers.flatMap(({ data }) => data ?? []),
      refetch: () => answers.forEach(({ refetch }) => void refetch()),
    }),
  });

  const judge = useMemo(() => {
    if (vaults.data === undefined) return undefined;
    const context: ReadinessContext = {
      edition,
      vaults: vaults.data.map(({ id, location, protectedItems }) => ({ id, subscriptionId, location, protectedItemCount: protectedItems })),
      keyVaults: access.found.flatMap(({ id, location }) => (location === null ? [] : [{ id, location }])),
      standings: new Map(access.found.map(({ id, state }) => [id.toLowerCase(), STANDING[state]])),
    };
    return createReadinessJudge(context);
  }, [edition, subscriptionId, vaults.data, access.found]);

  const rows = useMemo(
    () => (judge && machines ? machines.map((machine) => judge(machine, agentIn(reports, machine.id))) : []),
    [judge, machines, reports],
  );

  return {
    rows,
    total: list.data?.total ?? 0,
    complete: listed && vaults.data !== undefined && access.read,
    error: list.error ?? vaults.error,
    refresh() {
      void list.refetch();
      void vaults.refetch();
      access.refetch();
    },
  };
}
