import { hasDiskEncryptionEnded, judgeVirtualMachine, type JudgementContext, type RuleId } from '@tresor/support-matrix';
import type { VirtualMachine } from '@tresor/contracts';
import { sanitise } from '../../azure-words';
import { idKey } from '../../azure/connection/arm-id';
import { listItems } from '../../azure/items/items';
import { readKeyVaultPlaces } from '../../azure/keys/all-key-vaults';
import { readMachines } from '../../azure/machines/machines';
import { readPolicyKind } from '../../azure/policies/policies';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { getVault } from '../../azure/vaults/vaults';
import type { MachineRecord } from '../../store/batches';
import { isHeldTooLong, NOTHING_KNOWN, putBack, type Run } from './run-context';
import { checkedUntil, isAsked, policiesOf, type PolicyOf } from './settle-doubts';

/** A machine that no rule refuses, as far as is known without asking the machine itself. */
export interface Candidate {
  vmId: string;
  machine: VirtualMachine;
  context: JudgementContext;
  /** Azure may have been told already. What it says then may be about this very order. */
  sent: boolean;
}

/** As Azure Backup says it of a machine; Resource Manager’s own code does not tell what is missing. */
const MACHINE_GONE = 'UserErrorVmNotFoundV2';

/** Judges waiting machines by fresh facts. The refused are noted, the others answered. */
export async function judgeMachines(run: Run, waiting: MachineRecord[]): Promise<Candidate[]> {
  const facts = await readFacts(run, waiting);
  if (!facts) return [];
  const { context, machines, policyOf, listed } = facts;
  const candidates: Candidate[] = [];
  for (const { vm_id: vmId, sent } of waiting) {
    const machine = machines.get(idKey(vmId));
    const verdict = machine && judgeVirtualMachine(machine, context);
    if (!machine || !verdict) await run.note(vmId, { state: 'refused', azure_code: MACHINE_GONE });
    // Another order has done meanwhile what this one is to do.
    else if (isAsked(run, policyOf(vmId))) await run.note(vmId, { state: 'protected', ...NOTHING_KNOWN });
    // Told once more, Azure would change the policy that somebody else has chosen. What it was told before may still be under way.
    else if (sent && policyOf(vmId) !== undefined) await run.note(vmId, { state: 'unknown', checked_until: checkedUntil(run) });
    else if (!verdict.allowed && !sent) await refuse(run, vmId, verdict.ruleId, listed);
    else candidates.push({ vmId, machine, context, sent });
  }
  return candidates;
}

/** Where the vault had no item yet a moment before, the rule and the list are not of the same time: both are looked at again. */
async function refuse(run: Run, vmId: string, ruleId: RuleId, listed: ReadonlySet<string>): Promise<void> {
  const isOlder = ruleId === 'already-protected' && !listed.has(idKey(vmId));
  if (isOlder && !isHeldTooLong(run, vmId)) await putBack(run, vmId);
  else await run.note(vmId, { state: 'refused', rule_id: ruleId });
}

interface Facts {
  context: JudgementContext;
  machines: Map<string, VirtualMachine>;
  policyOf: PolicyOf;
  /** The machines of which the vault has an item, in whatever state. */
  listed: ReadonlySet<string>;
}

function readFacts(run: Run, waiting: MachineRecord[]): Promise<Facts | undefined> {
  const { vault: path, edition, policyName } = run.batch.request;
  const azure = run.azure();
  const ids = waiting.map(({ vm_id }) => vm_id);
  return readOrRefuse(run, async () => {
    const [vault, items, machines, policyKind] = await Promise.all([
      getVault(azure, path),
      listItems(azure, path),
      readMachines(azure, ids),
      readPolicyKind(azure, path, policyName),
    ]);
    const keyVaultIds = [...new Set(machines.flatMap(({ encryption }) => encryption.keyVaultIds.map(idKey)))];
    const facts = { id: vault.id, subscriptionId: path.subscriptionId, location: vault.location, protectedItemCount: items.length };
    return {
      context: {
        edition,
        vault: facts,
        diskEncryptionEnded: hasDiskEncryptionEnded(azure.now().getTime()),
        policyKind,
        keyVaults: await readKeyVaultPlaces(azure, keyVaultIds),
      },
      machines: new Map(machines.map((machine) => [idKey(machine.id), machine])),
      policyOf: policiesOf(items),
      listed: new Set(items.map((item) => idKey(item.vmId))),
    };
  });
}

/** Reads of the vault. Undefined when it is gone or refused to the user: then every machine that waits is. */
export async function readOrRefuse<T>(run: Run, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const status = error instanceof UpstreamFailure ? error.details.status : undefined;
    if (!(error instanceof UpstreamFailure) || (status !== 403 && status !== 404)) throw error;
    const { azureCode, azureMessage } = error.details;
    const words = { azure_code: azureCode ?? null, azure_message: sanitise(azureMessage) ?? null };
    for (const { vm_id: id } of await run.machines('waiting', 'validating')) await run.note(id, { state: 'refused', ...words });
    return undefined;
  }
}
