import { judgeVirtualMachine, type KeyVaultFacts, type VaultFacts } from '@tresor/support-matrix';
import type { VirtualMachine } from '@tresor/contracts';
import { idKey } from '../../azure/arm-id';
import { listItems } from '../../azure/items';
import { readKeyVaultPlaces } from '../../azure/key-vault-places';
import { readMachines } from '../../azure/machines';
import { UpstreamFailure } from '../../azure/upstream-failure';
import { getVault } from '../../azure/vaults';
import { sanitise } from '../../azure/failures';
import type { MachineRecord } from '../../store/batches';
import type { Run } from './run-context';

interface Facts {
  vault: VaultFacts;
  keyVaults: KeyVaultFacts[];
  machines: Map<string, VirtualMachine>;
}

/** Judges waiting machines by fresh facts. The refused are noted; the others are answered, with the vault's region. */
export async function judgeMachines(run: Run, waiting: MachineRecord[]): Promise<{ region: string; admitted: MachineRecord[] }> {
  const facts = await readFacts(run, waiting);
  if (!facts) return { region: '', admitted: [] };
  const { edition } = run.batch.request;
  const admitted = waiting.filter((record) => {
    const machine = facts.machines.get(idKey(record.vm_id));
    if (!machine) {
      run.note(record.vm_id, { state: 'refused', azure_code: 'ResourceNotFound' });
      return false;
    }
    const verdict = judgeVirtualMachine(machine, { edition, vault: facts.vault, keyVaults: facts.keyVaults });
    if (!verdict.allowed) run.note(record.vm_id, { state: 'refused', rule_id: verdict.ruleId });
    return verdict.allowed;
  });
  return { region: facts.vault.location, admitted };
}

/** Undefined when the vault itself is refused to the user: then every machine is. */
async function readFacts(run: Run, waiting: MachineRecord[]): Promise<Facts | undefined> {
  const { vault: path } = run.batch.request;
  const azure = run.azure();
  const ids = waiting.map(({ vm_id }) => vm_id);
  try {
    const [vault, items, machines] = await Promise.all([
      getVault(azure, path),
      listItems(azure, path),
      readMachines(azure, path.subscriptionId, ids),
    ]);
    const keyVaultIds = [...new Set(machines.flatMap(({ encryption }) => encryption.keyVaultIds.map(idKey)))];
    return {
      vault: { id: vault.id, subscriptionId: path.subscriptionId, location: vault.location, protectedItemCount: items.length },
      keyVaults: await readKeyVaultPlaces(azure, keyVaultIds),
      machines: new Map(machines.map((machine) => [idKey(machine.id), machine])),
    };
  } catch (error) {
    const status = error instanceof UpstreamFailure ? error.details.status : undefined;
    if (!(error instanceof UpstreamFailure) || (status !== 403 && status !== 404)) throw error;
    const { azureCode, azureMessage } = error.details;
    for (const id of ids) run.note(id, { state: 'refused', azure_code: azureCode ?? null, azure_message: sanitise(azureMessage) ?? null });
    return undefined;
  }
}
