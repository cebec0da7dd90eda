import type { Agent, KeyVaultAccess, Vault, VaultPath, VirtualMachine } from '@tresor/contracts';
import {
  BACKUP_FAQ,
  type Edition,
  ENCRYPTION,
  ENCRYPTION_2017,
  isRuleBroken,
  limitOf,
  LIMITS_2017,
  PREPARE_2017,
  type Rule,
  type RuleId,
  RULES,
  type Source,
  supportOf,
  VM_MATRIX,
} from '@tresor/support-matrix';
import type { BrokenKeys } from '../../../azure/key-chain/broken-keys';
import { chainMessages, keyStates } from '../../../azure/key-chain/chain-messages';
import { itemPathOf } from '../../../azure/machines/item-path-of';
import { phrase, type Message, type Phrase } from '../../../language/messages';
import { RULE_WORDS } from '../../../words/rules';
import { paths } from '../../../map/paths';
import { permissionNames } from '../../../words/key-vault-access';
import { REPLICATION_WORDS } from '../../../words/replication';
import { checkMessages as words } from './check-messages';
import { own } from '../../../api/own';

export const CHECK_STATES = ['blocks', 'warning', 'unknown', 'done'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** A sentence, with the names that it says; there may be too many of them for one. */
export interface Proof extends Phrase {
  names?: readonly string[];
}

/** One thing that must be true before a backup: whether it is, what proves it, where that is written, and where it is put right. */
export interface Check {
  id: string;
  state: CheckState;
  title: Phrase;
  proof: readonly Proof[];
  source: Source | null;
  remedy: { label: Phrase; to: string } | null;
}

export interface CheckedMachine {
  machine: VirtualMachine;
  /** Undefined: not asked yet; null: asked, and Azure did not say. */
  agent: Agent | null | undefined;
}

/** What the checks look at of a vault. */
export type CheckedVault = Pick<Vault, 'subscriptionName' | 'location' | 'storageReplication' | 'storageReplicationLocked' | 'softDelete'> &
  Readonly<Record<'id' | 'subscriptionId', string>>;

export interface PrerequisiteFacts {
  edition: Edition;
  diskEncryptionEnded: boolean;
  path: Readonly<Record<keyof VaultPath, string>>;
  vault: CheckedVault;
  protectedItems: number;
  policies: readonly string[];
  machines: readonly CheckedMachine[];
  /** Null where Azure did not say. */
  keyVaults: readonly KeyVaultAccess[] | null;
  /** Undefined while that is read. */
  keys: BrokenKeys | undefined;
  /** Says a list of names in the person's language. */
  list: (names: readonly string[]) => string;
  /** Says a word in it. */
  say: (word: Message) => string;
}

const byEdition = (edition: Edition, year2017: Source, current: Source): Source => (edition === '2017-01' ? year2017 : current);

function vaultChecks({ edition, path, vault, protectedItems, policies, say }: PrerequisiteFacts): Check[] {
  const { storageReplication, storageReplicationLocked: locked } = vault;
  const type = say(own(REPLICATION_WORDS, storageReplication) ?? words.replicationUnknown);
  const prepare = byEdition(edition, PREPARE_2017, VM_MATRIX);
  const configuration = { label: phrase(words.toConfiguration), to: paths.configuration(path) };
  const limit = limitOf('vault-full', edition) ?? Number.POSITIVE_INFINITY;
  const room = Math.max(0, limit - protectedItems);
  return [
    {
      id: 'vault',
      state: 'done',
      title: phrase(words.vault),
      proof: [phrase(words.vaultProof, { vault: path.vaultName, subscription: vault.subscriptionName })],
      source: prepare,
      remedy: null,
    },
    {
      id: 'replication',
      state: storageReplication === null ? 'unknown' : locked === true ? 'done' : 'warning',
      title: phrase(words.replication),
      proof: [
        storageReplication === null
          ? phrase(words.replicationUnknown)
          : phrase(locked === true ? words.replicationLocked : words.replicationOpen, { type }),
      ],
      source: prepare,
      remedy: locked === true ? null : configuration,
    },
    ...(edition === 'current' ? [softDeleteCheck(vault, configuration)] : []),
    {
      id: 'policy',
      state: policies.length > 0 ? 'done' : 'blocks',
      title: phrase(words.policy),
      proof: [policies.length > 0 ? phrase(words.policyProof, { count: policies.length }) : phrase(words.noPolicy)],
      source: prepare,
      remedy: policies.length > 0 ? null : { label: phrase(words.toPolicies), to: paths.policies(path) },
    },
    {
      id: 'room',
      state: room > 0 ? 'done' : 'blocks',
      title: phrase(words.room),
      proof: [phrase(words.roomProof, { count: protectedItems, limit, room })],
      source: byEdition(edition, LIMITS_2017, BACKUP_FAQ),
      remedy: room > 0 ? null : { label: phrase(words.toNewVault), to: paths.newVault() },
    },
  ];
}

function softDeleteCheck({ softDelete }: CheckedVault, remedy: Check['remedy']): Check {
  const on = softDelete !== null && softDelete !== 'Disabled';
  const proof = on ? words.softDeleteOn : words.softDeleteOff;
  return {
    id: 'soft-delete',
    state: softDelete === null ? 'unknown' : on ? 'done' : 'warning',
    title: phrase(words.softDelete),
    proof: [phrase(softDelete === null ? words.softDeleteUnknown : proof)],
    source: ENCRYPTION,
    remedy: on ? null : remedy,
  };
}

/** Rules about the machine, with the name of what they ask for. Those about the vault have checks of their own. */
const RULE_TITLES: Readonly<Partial<Record<RuleId, Message>>> = {
  'classic-deployment-model': words.resourceManager,
  'already-protected': words.notInThisVault,
  'protected-by-another-vault': words.inNoOtherVault,
  'disk-encryption-ended': words.diskEncryptionInService,
  'bek-only': words.bekAndKek,
  'key-vault-in-other-subscription': words.keyVaultSubscription,
  'key-vault-in-other-region': words.keyVaultRegion,
  'too-many-unmanaged-disks': words.unmanagedDisks,
  'too-many-data-disks': words.dataDisks,
  'disk-too-large': words.diskSize,
  'agent-missing': words.agentInstalled,
  'agent-not-ready': words.agentReady,
  'agent-too-old': words.agentAge,
};

const asksAgents = (id: RuleId) => id.startsWith('agent-');

/** The machines of which it cannot be seen whether they break a rule. */
function unseenFor({ id }: Rule, { machines, keyVaults }: PrerequisiteFacts): CheckedMachine[] {
  if (asksAgents(id)) {
    return machines.filter(({ machine, agent }) => agent === undefined || (agent === null && machine.powerState === 'running'));
  }
  if (id !== 'key-vault-in-other-region') return [];
  const located = new Set(keyVaults?.filter(({ location }) => location !== null).map((keyVault) => keyVault.id.toLowerCase()));
  return machines.filter(({ machine }) => machine.encryption.keyVaultIds.some((keyVaultId) => !located.has(keyVaultId.toLowerCase())));
}

function ruleCheck(rule: Rule, facts: PrerequisiteFacts): Check[] {
  const { edition, diskEncryptionEnded, path, vault, protectedItems, machines } = facts;
  const stated = rule.editions[edition];
  const title = RULE_TITLES[rule.id];
  if (stated === undefined || title === undefined) return [];
  const context = {
    edition,
    diskEncryptionEnded,
    vault: { id: vault.id, subscriptionId: vault.subscriptionId, location: vault.location, protectedItemCount: protectedItems },
    keyVaults: (facts.keyVaults ?? []).flatMap(({ id, location }) => (location === null ? [] : [{ id, location }])),
  };
  const broken = machines.filter(({ machine, agent }) =>
    isRuleBroken(rule, machine, agent === undefined ? context : { ...context, agent }),
  );
  const unseen = unseenFor(rule, facts).length;
  const withAgent = machines.filter(({ agent }) => agent?.state !== 'missing').length;
  const isOfAgent = asksAgents(rule.id) && rule.id !== 'agent-missing';
  const values = { limit: stated.limit ?? 0 };
  const [first] = broken;
  const check = { id: rule.id, title: phrase(title), source: stated.source };
  if (first === undefined) {
    if (isOfAgent && withAgent === 0) return [];
    const all = isOfAgent ? phrase(words.allAgents, { count: withAgent }) : phrase(words.allMachines, { count: machines.length });
    const open = phrase(asksAgents(rule.id) ? words.agentsUnseen : words.keyVaultRegionsUnseen, { count: unseen });
    return [{ ...check, state: unseen > 0 ? 'unknown' : 'done', proof: [unseen > 0 ? open : all], remedy: null }];
  }
  const proof = [
    phrase(RULE_WORDS[rule.id].reason, values),
    { message: words.concerned, values: {}, names: broken.map(({ machine }) => machine.name) },
  ];
  const remedy = remedyOf(rule, first.machine, path);
  return [{ ...check, state: 'blocks', proof: [...proof, phrase(RULE_WORDS[rule.id].remedy, values)], remedy }];
}

/** Where to put right what breaks a rule about a machine: at the item that a vault has of it, or at the machine. */
function remedyOf({ id }: Rule, machine: VirtualMachine, path: PrerequisiteFacts['path']): Check['remedy'] {
  const { name, resourceGroup: vmGroup, deploymentModel } = machine;
  if (id === 'already-protected' || id === 'protected-by-another-vault') {
    const to = itemPathOf(machine);
    return to === null ? null : { label: phrase(words.toItem, { name }), to };
  }
  if (deploymentModel === 'classic') return null;
  return { label: phrase(words.toMachine, { name }), to: paths.encryptionInWizard({ ...path, vmGroup, vmName: name }) };
}

const ACCESS: Readonly<Record<KeyVaultAccess['state'], { state: CheckState; word: Message<'permissions'> }>> = {
  granted: { state: 'done', word: words.accessGranted },
  lacking: { state: 'blocks', word: words.accessLacking },
  missing: { state: 'blocks', word: words.keyVaultMissing },
  unreadable: { state: 'unknown', word: words.accessUnreadable },
  unknown: { state: 'unknown', word: words.accessUnknown },
};

function keyVaultChecks({ edition, path, keyVaults, list, say }: PrerequisiteFacts): Check[] {
  const source = byEdition(edition, ENCRYPTION_2017, ENCRYPTION);
  if (keyVaults === null) {
    const title = phrase(words.allAccess);
    return [{ id: 'access', state: 'unknown', title, proof: [phrase(words.allAccessUnread)], source, remedy: null }];
  }
  return keyVaults.flatMap((access): Check[] => {
    const { id, name, lacking, enabledForDiskEncryption } = access;
    const { state, word } = ACCESS[access.state];
    // Where it is gone, there is nothing to grant.
    const way = access.state === 'missing' ? words.viewKeyVault : words.toKeyVault;
    const remedy = state === 'done' ? null : { label: phrase(way, { name }), to: paths.keyVault(path, id) };
    const closed: Check = {
      id: `disk-encryption ${id}`,
      state: 'warning',
      title: phrase(words.diskEncryption, { name }),
      proof: [phrase(words.notForDiskEncryption)],
      source,
      remedy: null,
    };
    const granted: Check = {
      id: `access ${id}`,
      state,
      title: phrase(words.access, { name }),
      proof: [phrase(word, { permissions: list(lacking.map((one) => say(permissionNames[one]))) })],
      // By the needs of today's service, which takes the backups.
      source: ENCRYPTION,
      remedy,
    };
    return [granted, ...(enabledForDiskEncryption === false ? [closed] : [])];
  });
}

/** Whether the keys and secrets themselves can be read, which enabling does not look at. */
function keyChecks({ path, machines, keys, say }: PrerequisiteFacts): Check[] {
  if (!machines.some(({ machine }) => machine.encryption.kind !== 'none')) return [];
  const check = { id: 'keys', title: phrase(words.keys), source: ENCRYPTION };
  if (keys === undefined) return [{ ...check, state: 'unknown', proof: [phrase(words.keysBeingRead)], remedy: null }];
  const { broken, unseen } = keys;
  const outOfSight = unseen > 0 ? [phrase(chainMessages.keysUnseen, { count: unseen })] : [];
  const [first] = broken;
  if (first === undefined) {
    const proof = unseen > 0 ? outOfSight : [phrase(words.keysThere)];
    return [{ ...check, state: unseen > 0 ? 'unknown' : 'done', proof, remedy: null }];
  }
  const names = broken.map(
    ({ machine, link, name, state }) => `${machine.name}: ${say(chainMessages[link])} ${name}, ${say(keyStates[state])}`,
  );
  const { name, resourceGroup: vmGroup } = first.machine;
  const remedy = { label: phrase(words.toKeys, { name }), to: paths.encryptionInWizard({ ...path, vmGroup, vmName: name }) };
  return [{ ...check, state: 'blocks', proof: [{ message: words.keysBroken, values: {}, names }, ...outOfSight], remedy }];
}

function machineChecks(facts: PrerequisiteFacts): Check[] {
  const { edition, path, machines } = facts;
  const count = machines.length;
  const found: Check = {
    id: 'machines',
    state: count > 0 ? 'done' : 'warning',
    title: phrase(words.machines),
    proof: [phrase(count > 0 ? words.machinesProof : words.noMachines, { count })],
    source: byEdition(edition, PREPARE_2017, VM_MATRIX),
    remedy: count > 0 ? null : { label: phrase(words.toReadiness), to: paths.readiness(path.subscriptionId) },
  };
  if (count === 0) return [found];
  const retirement = supportOf('retirement', edition);
  const retires: Check = {
    id: 'retirement',
    state: 'warning',
    title: phrase(words.retirement),
    proof: [phrase(words.retirementProof, { count })],
    source: retirement.source,
    remedy: { label: phrase(words.toReadiness), to: paths.readiness(path.subscriptionId) },
  };
  return [
    found,
    ...RULES.flatMap((rule) => ruleCheck(rule, facts)),
    ...(edition === 'current' && !facts.diskEncryptionEnded ? [retires] : []),
  ];
}

/** All that must be true before a backup, what prevents it first. */
export function prerequisiteChecks(facts: PrerequisiteFacts): Check[] {
  const checks = [...vaultChecks(facts), ...machineChecks(facts), ...keyVaultChecks(facts), ...keyChecks(facts)];
  return CHECK_STATES.flatMap((state) => checks.filter((check) => check.state === state));
}
