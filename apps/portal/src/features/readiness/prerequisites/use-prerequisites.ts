import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyVaultAccess, VaultPath, VirtualMachine } from '@tresor/contracts';
import { useEffect, useMemo } from 'react';
import { isKeyVaultId } from '../../../api/known-ids';
import { keyVaultAccessQuery, policiesQuery, vaultCountsQuery, vaultQuery } from '../../../api/queries';
import { keyVaultIdsOf } from '../../../kept/backup-draft';
import { useBackupDraft } from '../../../kept/use-backup-draft';
import { useDiskEncryptionEnded } from '../../../azure/machines/use-disk-encryption-ended';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useBrokenKeys } from '../../../azure/key-chain/use-broken-keys';
import { useAgents } from '../../../azure/machines/use-agents';
import { useEdition } from '../../../kept/edition';
import { isToEnable } from '../ready-machine';
import { useReadyMachines } from '../use-ready-machines';
import { type Check, prerequisiteChecks } from './checks';

/** So many agents are asked without being told to: five calls. */
export const AGENTS_READ = 200;

const NO_KEY_VAULTS: readonly KeyVaultAccess[] = [];
const NO_MACHINES: readonly VirtualMachine[] = [];

interface Prerequisites {
  checks: readonly Check[] | undefined;
  /** Whether the machines are those of the wizard's draft. */
  ofDraft: boolean;
  machineCount: number;
  error: unknown;
  checkAgain: () => void;
}

/** Everything that must be true before the machines of a vault can be backed up. */
export function usePrerequisites(path: VaultPath): Prerequisites {
  const edition = useEdition();
  const diskEncryptionEnded = useDiskEncryptionEnded();
  const client = useQueryClient();
  const text = useText();
  const format = useFormat();
  const { draft } = useBackupDraft(path);
  const agents = useAgents(path.subscriptionId);
  const ready = useReadyMachines(path.subscriptionId, agents.reports);
  const vault = useQuery(vaultQuery(path));
  const counts = useQuery(vaultCountsQuery(path));
  const policies = useQuery(policiesQuery(path));
  const ofDraft = draft.machines.length > 0;

  const machines = useMemo(() => {
    const chosen = new Set(draft.machines.map(({ id }) => id));
    if (chosen.size > 0) return ready.rows.filter(({ id }) => chosen.has(id));
    const place = vault.data?.location.toLowerCase();
    return ready.rows.filter((row) => isToEnable(row) && row.machine.location === place);
  }, [draft.machines, ready.rows, vault.data?.location]);

  const keyVaultIds = useMemo(() => keyVaultIdsOf(machines.map(({ machine }) => machine)).filter(isKeyVaultId), [machines]);
  const needsKeys = machines.some(({ machine }) => machine.encryption.kind === 'bek-kek');
  // Not beside the reads that all else waits for.
  const looked = useMemo(() => (ready.complete ? machines.map(({ machine }) => machine) : NO_MACHINES), [ready.complete, machines]);
  const keys = useBrokenKeys(looked);
  const access = useQuery(keyVaultAccessQuery({ keyVaultIds, needsKeys }));

  const unread = useMemo(() => machines.slice(0, AGENTS_READ).flatMap(({ id, agent }) => (agent === undefined ? [id] : [])), [machines]);
  const { reader } = agents;
  useEffect(() => {
    if (ready.complete && unread.length > 0) void reader.read(unread);
  }, [ready.complete, unread, reader]);

  const known = ready.complete && vault.data !== undefined && counts.data !== undefined && policies.data !== undefined;
  const keyVaults = keyVaultIds.length === 0 ? NO_KEY_VAULTS : (access.data ?? (access.isPending ? undefined : null));
  const checks = useMemo(
    () =>
      known && keyVaults !== undefined
        ? prerequisiteChecks({
            edition,
            diskEncryptionEnded,
            path,
            vault: vault.data,
            protectedItems: counts.data.protectedItems,
            policies: policies.data.map(({ name }) => name),
            machines,
            keyVaults,
            keys,
            list: format.list,
            say: text,
          })
        : undefined,
    [known, keyVaults, keys, edition, diskEncryptionEnded, path, vault.data, counts.data, policies.data, machines, format, text],
  );

  return {
    checks,
    ofDraft,
    machineCount: machines.length,
    error: ready.error ?? vault.error ?? counts.error ?? policies.error ?? access.error,
    checkAgain() {
      reader.forget();
      ready.refresh();
      void client.invalidateQueries({ queryKey: ['machine-encryption'] });
      for (const query of [vault, counts, policies, access]) void query.refetch();
    },
  };
}
