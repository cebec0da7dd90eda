import { useQuery } from '@tanstack/react-query';
import { needsKeyVault, restoreValues, type Refusal, type RestoreValues } from '@tresor/scripts';
import { sameName } from '@tresor/support-matrix';
import { inSight } from '../../api/facts';
import { policiesQuery } from '../../api/queries';
import { keyVaultSuggestionQuery, keyVaultTargetsQuery, machineOptionsQuery, restoreScriptValuesQuery } from '../../api/restore-queries';
import { useRestore } from '../../azure/restores/use-restore';
import { useDraft } from '../../kept/draft-store';
import { freshMachine } from '../../kept/fresh-machine';
import { machineDrafts, newKeyVaultDrafts, newKeyVaultName } from '../../kept/item-drafts';
import { useRestoreOwner } from '../../kept/use-item-drafts';
import { useAddressChoice } from '../../ui/fields/use-address-choice';

/** A key vault into which what is missing can go. */
interface KeyVaultChoice {
  id: string;
  name: string;
  isNew: boolean;
}

/** What the scripts of the restore that the blade stands in are filled with: as Azure has it, and as the person has begun to choose. */
export function useRestoreScript() {
  const { path, jobId, restore } = useRestore();
  const known = useQuery({ ...restoreScriptValuesQuery(path, jobId), enabled: !restore.isPending });
  const isMade = (inSight(restore.data?.machineId) ?? null) !== null;
  const options = useQuery({ ...machineOptionsQuery(path, jobId), enabled: restore.data !== undefined && !isMade });
  const policies = useQuery(policiesQuery(path));
  const chain = restore.data?.keyChain ?? null;
  const needsKeys = chain !== null && needsKeyVault(chain);
  const targets = useQuery({ ...keyVaultTargetsQuery(path, jobId), enabled: needsKeys });
  const owner = useRestoreOwner(jobId);
  const keyVaultForm = useDraft(newKeyVaultDrafts, owner);
  const asksForName = needsKeys && keyVaultForm.name === '';
  const suggestion = useQuery({ ...keyVaultSuggestionQuery(path, jobId), enabled: asksForName });
  const machineForm = useDraft(machineDrafts, owner).form;
  const [wanted, setKeyVault] = useAddressChoice('keyVault');

  const choices = (): KeyVaultChoice[] => {
    if (!needsKeys || targets.data === undefined || restore.data === undefined || suggestion.isLoading) return [];
    const usable = targets.data.filter(({ reason }) => reason === null).map(({ id, name }) => ({ id, name, isNew: false }));
    const name = newKeyVaultName(keyVaultForm.name, suggestion.data?.name, chain.secret.keyVaultName);
    const group = restore.data.isolatedGroup ?? (keyVaultForm.group === '' ? restore.data.vmGroup : keyVaultForm.group);
    const id = `/subscriptions/${path.subscriptionId}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`;
    return [...usable, { id, name, isNew: true }];
  };
  const keyVaults = choices();
  const isOriginal = ({ id }: KeyVaultChoice) => chain !== null && sameName(id, chain.secret.keyVaultId);
  const keyVault = keyVaults.find(({ id }) => id === wanted) ?? keyVaults.find(isOriginal) ?? keyVaults.at(-1) ?? null;

  const machine = known.data?.machine ?? machineForm ?? (options.data && freshMachine(options.data));
  const values = (): RestoreValues | Refusal | undefined => {
    const isRead = restore.data !== undefined && known.data !== undefined && policies.data !== undefined && machine !== undefined;
    if (!isRead || (needsKeys && keyVault === null)) return undefined;
    const policyName = restore.data.policyName ?? policies.data[0]?.name ?? '';
    return restoreValues(path, restore.data, known.data, { keyVaultId: keyVault?.id ?? null, machine, policyName });
  };
  const queries = [restore, known, policies, ...(isMade ? [] : [options]), ...(needsKeys ? [targets] : [])];
  return {
    restore: restore.data,
    values: values(),
    keyVaults,
    keyVault,
    setKeyVault,
    busy: suggestion.isLoading || queries.some(({ isPending }) => isPending),
    problem: queries.find(({ error }) => error !== null)?.error,
  };
}
