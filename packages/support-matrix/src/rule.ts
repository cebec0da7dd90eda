import type { AgentFacts, Edition, KeyVaultFacts, VaultFacts, VirtualMachineFacts } from './facts';
import type { PolicyKind } from './policies/policy-draft';

/** What is known besides the machine. `agent` undefined: not asked yet; null: asked, and Azure did not say. */
export interface JudgementContext {
  edition: Edition;
  vault: VaultFacts;
  /** Whether Azure Disk Encryption has come to its end, by Azure's clock. */
  diskEncryptionEnded: boolean;
  agent?: AgentFacts | null;
  /** The kind of the policy that is to back the machine up; undefined while none is chosen. */
  policyKind?: PolicyKind | undefined;
  /** The key vaults that could be read; one that is not in the list is not judged by its region. */
  keyVaults?: readonly KeyVaultFacts[];
}

/** The text a rule rests on: title, public address and the date of the text, ISO (`2017-02-07`, or `2018-01` where only the month is known). */
export interface Source {
  title: string;
  url: string;
  date: string;
}

/** How one edition states the rule; `limit` is the largest value still allowed (disks, GiB, items), null where the rule counts nothing. */
export interface RuleInEdition {
  limit: number | null;
  source: Source;
}

export interface RuleShape {
  /** Kebab case; the key of the texts shown for the rule. */
  id: string;
  /** A note is shown and refuses nothing. */
  effect: 'refuses' | 'notes';
  editions: Partial<Record<Edition, RuleInEdition>>;
  /** Name of a virtual machine of the demo world that breaks the rule. */
  example: string;
  /** True when the machine breaks the rule. `limit` is that of the edition in force, Infinity where it has none. */
  isBroken: (machine: VirtualMachineFacts, context: JudgementContext, limit: number) => boolean;
}
