import { useQueries } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { machineEncryptionQuery } from '../../api/queries';
import type { ChosenMachine } from '../../kept/backup-draft';
import { brokenKeysOf, type BrokenKeys } from './broken-keys';

/** So many machines are looked into without being told to: each is several calls. */
const LOOKED_INTO = 20;
const FRESH_MS = 30_000;

/** Of encrypted machines the keys and secrets that Azure Backup cannot read, as far as the user sees them; undefined until that is known. */
export function useBrokenKeys(subscriptionId: SubscriptionId, machines: readonly ChosenMachine[]): BrokenKeys | undefined {
  const encrypted = machines.filter(({ encryption }) => encryption.kind !== 'none');
  const looked = encrypted
    .slice(0, LOOKED_INTO)
    .flatMap(({ id, name, resourceGroup }) =>
      isResourceGroupName(resourceGroup) && isVmName(name)
        ? [{ machine: { id, name, resourceGroup }, path: { subscriptionId, vmGroup: resourceGroup, vmName: name } }]
        : [],
    );
  return useQueries({
    queries: looked.map(({ path }) => ({ ...machineEncryptionQuery(path), staleTime: FRESH_MS })),
    combine(answers) {
      if (answers.some(({ isPending }) => isPending)) return undefined;
      const found = brokenKeysOf(looked.map(({ machine }, at) => ({ machine, chain: answers[at]?.data?.keyChain ?? null })));
      return { ...found, unseen: found.unseen + encrypted.length - looked.length };
    },
  });
}
