import { type QueryClient, useQueries } from '@tanstack/react-query';
import type { MachinePath } from '@tresor/contracts';
import { subscriptionOf } from '@tresor/support-matrix';
import { isResourceGroupName, isSubscriptionId, isVmName } from '../../api/known-ids';
import { machineEncryptionQuery } from '../../api/queries';
import type { ChosenMachine } from '../../kept/backup-draft';
import { brokenKeysOf, type BrokenKey, type BrokenKeys } from './broken-keys';

/** So many machines are looked into without being told to: each is several calls. */
const LOOKED_INTO = 20;
const FRESH_MS = 30_000;

const isEncrypted = ({ encryption }: ChosenMachine) => encryption.kind !== 'none';

/** Of the machines those that are looked into, each with what is asked for it. */
const lookedInto = (machines: readonly ChosenMachine[]): { machine: BrokenKey['machine']; path: MachinePath }[] =>
  machines
    .filter(isEncrypted)
    .slice(0, LOOKED_INTO)
    .flatMap(({ id, name, resourceGroup }) => {
      const subscriptionId = subscriptionOf(id);
      return isSubscriptionId(subscriptionId) && isResourceGroupName(resourceGroup) && isVmName(name)
        ? [{ machine: { id, name, resourceGroup }, path: { subscriptionId, vmGroup: resourceGroup, vmName: name } }]
        : [];
    });

const queryOf = (path: MachinePath) => ({ ...machineEncryptionQuery(path), staleTime: FRESH_MS });

/** Of encrypted machines the keys and secrets that Azure Backup cannot read, as far as the user sees them; undefined until that is known. */
export function useBrokenKeys(machines: readonly ChosenMachine[]): BrokenKeys | undefined {
  const looked = lookedInto(machines);
  const notLooked = machines.filter(isEncrypted).length - looked.length;
  return useQueries({
    queries: looked.map(({ path }) => queryOf(path)),
    combine(answers) {
      if (answers.some(({ isPending }) => isPending)) return undefined;
      const found = brokenKeysOf(looked.map(({ machine }, at) => ({ machine, chain: answers[at]?.data?.keyChain ?? null })));
      return { ...found, unseen: found.unseen + notLooked };
    },
  });
}

/** The same, read once for somebody who shows no blade. */
export async function readBrokenKeys(client: QueryClient, machines: readonly ChosenMachine[]): Promise<BrokenKeys> {
  const read = lookedInto(machines).map(async ({ machine, path }) => {
    const { keyChain } = await client.fetchQuery(queryOf(path));
    return { machine, chain: keyChain };
  });
  return brokenKeysOf(await Promise.all(read));
}
