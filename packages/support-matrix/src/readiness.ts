import type { AgentFacts, Edition, KeyVaultFacts, VaultFacts, VirtualMachineFacts } from './facts';
import type { RuleId } from './rules';
import { judgeVirtualMachine } from './verdict';
import { sameName } from './names';

/** Whether the Backup service may read a key vault, as far as it could be seen. */
export type KeyVaultStanding = 'granted' | 'lacking' | 'missing' | 'unknown';

/** What is still to be done before a machine can be protected: make a vault in its region, grant access, bring a key vault back. */
type ReadinessStep = 'vault' | 'access' | 'key-vault';

/**
 * Where a machine stands on its way to a backup: `protected`: a vault has it, whose next backup fails where steps are left; `stopped`: a vault has it as an item of which no backups are taken, where they can be
 * resumed; `deleted`: a vault still keeps its deleted backup, where that can be undone; `ready`: one of the vaults takes it as it is; `steps`: something around it is still to be done; `refused`: the machine itself breaks a rule.
 * `unseen`: its key vaults of which nobody can see whether the Backup service may read them.
 */
export type Readiness =
  | { state: 'protected'; vaultId: string; steps: ReadinessStep[] }
  | { state: 'stopped' | 'deleted'; vaultId: string }
  | { state: 'ready'; vaultIds: string[]; unseen: string[] }
  | { state: 'steps'; steps: ReadinessStep[]; unseen: string[] }
  | { state: 'refused'; ruleId: RuleId };

/** What is known of the subscription of the machines. */
export interface ReadinessContext {
  edition: Edition;
  /** Whether Azure Disk Encryption has come to its end, by Azure's clock. */
  diskEncryptionEnded: boolean;
  vaults: readonly VaultFacts[];
  keyVaults: readonly KeyVaultFacts[];
  /** By ARM id in lower case; a key vault that is not in it was not looked at yet. */
  standings: ReadonlyMap<string, KeyVaultStanding>;
}

function stepsOf(machine: VirtualMachineFacts, standings: ReadinessContext['standings']): ReadinessStep[] {
  const found = machine.encryption.keyVaultIds.map((id) => standings.get(id.toLowerCase()));
  return [...(found.includes('missing') ? (['key-vault'] as const) : []), ...(found.includes('lacking') ? (['access'] as const) : [])];
}

/** Judges one machine for all vaults of its subscription. `agent` undefined: not asked yet; null: asked, and Azure did not say. */
export function judgeReadiness(
  machine: VirtualMachineFacts,
  agent: AgentFacts | null | undefined,
  { edition, diskEncryptionEnded, vaults, keyVaults, standings }: ReadinessContext,
): Readiness {
  if (machine.protectedByVaultId !== null)
    return { state: 'protected', vaultId: machine.protectedByVaultId, steps: stepsOf(machine, standings) };
  if (machine.stoppedInVaultId !== null) return { state: 'stopped', vaultId: machine.stoppedInVaultId };
  if (machine.deletedInVaultId !== null) return { state: 'deleted', vaultId: machine.deletedInVaultId };
  const known = { edition, diskEncryptionEnded, keyVaults, ...(agent !== undefined && { agent }) };
  // As if there were an empty vault where the machine is: what it breaks then is its own.
  const vault: VaultFacts = { id: '', subscriptionId: machine.subscriptionId, location: machine.location, protectedItemCount: 0 };
  const own = judgeVirtualMachine(machine, { ...known, vault });
  if (!own.allowed) return { state: 'refused', ruleId: own.ruleId };
  const near = vaults.filter((one) => sameName(one.location, machine.location) && sameName(one.subscriptionId, machine.subscriptionId));
  const taking = near.filter((one) => judgeVirtualMachine(machine, { ...known, vault: one }).allowed);
  const steps: ReadinessStep[] = [...(taking.length === 0 ? (['vault'] as const) : []), ...stepsOf(machine, standings)];
  const unseen = machine.encryption.keyVaultIds.filter((id) => standings.get(id.toLowerCase()) === 'unknown');
  return steps.length > 0 ? { state: 'steps', steps, unseen } : { state: 'ready', vaultIds: taking.map(({ id }) => id), unseen };
}
