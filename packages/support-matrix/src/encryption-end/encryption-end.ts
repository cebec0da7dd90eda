import { classifyEncryption } from '../encryption-class';
import type { VirtualMachineFacts } from '../facts';
import type { Source } from '../rule';
import * as sources from '../sources';

/**
 * What the end of Azure Disk Encryption means for a machine: `movable`: its disks can be decrypted and copied to new ones, from which a
 * new machine is made; `rebuild`: a new machine with a fresh OS disk is needed; `untold`: what would decide it cannot be seen.
 */
export const ENCRYPTION_END_CLASSES = ['rebuild', 'movable', 'untold', 'at-host', 'not-affected'] as const;

export type EncryptionEndClass = (typeof ENCRYPTION_END_CLASSES)[number];

/** Which disks Azure Disk Encryption has encrypted, as far as it is told; null where nothing tells. */
export type EncryptedVolumes = 'os' | 'data' | 'all' | null;

/** What the rules on the end look at besides the machine itself. */
export interface EncryptionEndFacts {
  machine: VirtualMachineFacts;
  volumes: EncryptedVolumes;
  /** Whether its size can encrypt at host; null where that was not to be read. */
  hostSize: boolean | null;
  /** When its newest recovery point was made; null: no backup item of it is seen. */
  points: { newest: string | null } | null;
}

interface ClassRule {
  /** Kebab case; the key of the texts shown for the rule. */
  id: string;
  class: EncryptionEndClass;
  source: Source;
  holds: (facts: EncryptionEndFacts) => boolean;
}

const isDiskEncrypted = ({ machine }: EncryptionEndFacts) => machine.encryption.kind !== 'none';

/** The first that holds decides. */
const classTable = [
  {
    id: 'host-encrypts',
    class: 'at-host',
    source: sources.MIGRATE_ENCRYPTION,
    holds: ({ machine }) => classifyEncryption(machine).kind === 'at-host',
  },
  {
    id: 'other-encryption',
    class: 'not-affected',
    source: sources.DISK_ENCRYPTION_OPTIONS,
    holds: (facts) => !isDiskEncrypted(facts),
  },
  {
    id: 'windows-decrypts',
    class: 'movable',
    source: sources.MIGRATE_ENCRYPTION,
    holds: ({ machine }) => machine.osType === 'Windows',
  },
  {
    id: 'linux-data-disks',
    class: 'movable',
    source: sources.MIGRATE_ENCRYPTION,
    holds: ({ machine, volumes }) => machine.osType === 'Linux' && volumes === 'data',
  },
  {
    id: 'linux-os-disk',
    class: 'rebuild',
    source: sources.MIGRATE_ENCRYPTION,
    holds: ({ machine, volumes }) => machine.osType === 'Linux' && volumes !== null,
  },
  { id: 'disks-untold', class: 'untold', source: sources.MIGRATE_ENCRYPTION, holds: ({ machine }) => machine.osType === 'Linux' },
  { id: 'system-untold', class: 'untold', source: sources.MIGRATE_ENCRYPTION, holds: () => true },
] as const satisfies readonly ClassRule[];

interface StepRule {
  id: string;
  source: Source;
  isNeeded: (facts: EncryptionEndFacts) => boolean;
}

const hasItem = ({ machine }: EncryptionEndFacts) => (machine.protectedByVaultId ?? machine.stoppedInVaultId) !== null;

/** What has to come before a machine leaves Azure Disk Encryption, or has to be found out first. */
const stepTable = [
  {
    id: 'back-up-first',
    source: sources.MIGRATE_ENCRYPTION,
    isNeeded: (facts) => !hasItem(facts),
  },
  {
    id: 'no-point',
    source: sources.MIGRATE_ENCRYPTION,
    isNeeded: (facts) => hasItem(facts) && facts.points !== null && facts.points.newest === null,
  },
  {
    id: 'backups-stopped',
    source: sources.MIGRATE_ENCRYPTION,
    isNeeded: ({ machine, points }) => machine.protectedByVaultId === null && machine.stoppedInVaultId !== null && points?.newest !== null,
  },
  {
    id: 'start-first',
    source: sources.MIGRATE_ENCRYPTION,
    isNeeded: ({ machine, volumes }) =>
      machine.powerState !== null && machine.powerState !== 'running' && (machine.osType === 'Windows' || volumes === 'data'),
  },
  { id: 'managed-disks', source: sources.HOST_ENCRYPTION, isNeeded: ({ machine }) => !machine.managedDisks },
  { id: 'other-size', source: sources.HOST_ENCRYPTION, isNeeded: ({ hostSize }) => hostSize === false },
  { id: 'size-untold', source: sources.HOST_ENCRYPTION, isNeeded: ({ hostSize }) => hostSize === null },
] as const satisfies readonly StepRule[];

type EncryptionEndRuleId = (typeof classTable)[number]['id'];
export type EncryptionEndStepId = (typeof stepTable)[number]['id'];

/** A rule that says to which class a machine belongs. */
interface EncryptionEndRule extends ClassRule {
  id: EncryptionEndRuleId;
}

/** A rule that asks for something before a machine is moved or rebuilt. */
interface EncryptionEndStep extends StepRule {
  id: EncryptionEndStepId;
}

export const ENCRYPTION_END_RULES: readonly EncryptionEndRule[] = classTable;
export const ENCRYPTION_END_STEPS: readonly EncryptionEndStep[] = stepTable;

/** Where a machine stands until the end, the rule that says so, and what is needed first. */
export interface EncryptionEnd {
  class: EncryptionEndClass;
  ruleId: EncryptionEndRuleId;
  /** None for a machine that the end does not concern. */
  steps: EncryptionEndStepId[];
}

/** Judges one machine by the rules above. */
export function judgeEncryptionEnd(facts: EncryptionEndFacts): EncryptionEnd {
  const found = ENCRYPTION_END_RULES.find(({ holds }) => holds(facts));
  if (!found) throw new Error('The last rule holds for every machine.');
  const steps = concernsEnd(found.class) ? ENCRYPTION_END_STEPS.filter(({ isNeeded }) => isNeeded(facts)).map(({ id }) => id) : [];
  return { class: found.class, ruleId: found.id, steps };
}

/** Whether something has to be done for a machine of this class before the end. */
export const concernsEnd = (one: EncryptionEndClass): boolean => one === 'rebuild' || one === 'movable' || one === 'untold';

/** The source of a rule or of a step. */
export const encryptionEndSource = (id: EncryptionEndRuleId | EncryptionEndStepId): Source | undefined =>
  [...ENCRYPTION_END_RULES, ...ENCRYPTION_END_STEPS].find((one) => one.id === id)?.source;
