import { describe, expect, it } from 'vitest';
import type { AgentFacts, VaultFacts, VirtualMachineFacts } from './facts';
import { EDITIONS } from './facts';
import * as facts from './facts.fixture';
import type { PolicyKind } from './policies/policy-draft';
import type { RuleId } from './rules';
import { findRule, limitOf, RULES } from './rules';
import { isRuleBroken } from './verdict';

interface Example {
  machine?: Partial<VirtualMachineFacts>;
  vault?: Partial<VaultFacts>;
  agent?: AgentFacts;
  policyKind?: PolicyKind;
  diskEncryptionEnded?: boolean;
}

const encrypted = facts.machine.encryption;

/** For every rule the least that breaks it in each edition that has it. */
const BREAKS: Record<RuleId, Example> = {
  'classic-deployment-model': { machine: { deploymentModel: 'classic' } },
  'other-subscription': { machine: { subscriptionId: facts.OTHER_SUBSCRIPTION } },
  'encrypted-in-other-subscription': { machine: { subscriptionId: facts.OTHER_SUBSCRIPTION } },
  'other-region': { machine: { location: 'northeurope' } },
  'already-protected': { machine: { protectedByVaultId: facts.vault.id.toUpperCase() } },
  'protected-by-another-vault': { machine: { protectedByVaultId: facts.otherVaultId } },
  'disk-encryption-ended': { diskEncryptionEnded: true },
  'bek-only': { machine: { encryption: { ...encrypted, kind: 'bek' } } },
  'confidential-vm': { machine: { confidential: { size: 'Standard_DC2as_v5', osDiskEncrypted: true } } },
  'key-vault-in-other-subscription': { machine: { encryption: { ...encrypted, keyVaultIds: [facts.foreignKeyVaultId] } } },
  'key-vault-in-other-region': { machine: { encryption: { ...encrypted, keyVaultIds: [facts.northKeyVault.id] } } },
  'too-many-unmanaged-disks': { machine: { managedDisks: false, dataDiskCount: 17 } },
  'too-many-data-disks': { machine: { dataDiskCount: 33 } },
  'disk-too-large': { machine: { largestDiskGiB: 65_536 } },
  'vault-full': { vault: { protectedItemCount: 1000 } },
  'disks-need-enhanced-policy': { machine: { ultraOrPremiumV2Disks: true }, policyKind: 'standard' },
  'trusted-launch-needs-enhanced-policy': { machine: { trustedLaunch: true }, policyKind: 'standard' },
  'agent-missing': { agent: { state: 'missing', version: null } },
  'agent-not-ready': { agent: { state: 'not-ready', version: '2.7.41491.1095' } },
  'agent-too-old': { agent: { state: 'ready', version: '2.6.1198.717' } },
  'machine-not-running': { machine: { powerState: 'deallocated' } },
  'single-pass-encryption': { machine: { encryption: { ...encrypted, pass: 'single' } } },
  'linux-os-disk-encryption': { machine: { osType: 'Linux' } },
  'large-disk-loses-encryption': { machine: { largestDiskGiB: 4098 } },
  'many-disks-lose-encryption': { machine: { dataDiskCount: 16 } },
  'disk-encryption-retires': {},
};

const isBroken = (
  id: RuleId,
  edition: (typeof EDITIONS)[number],
  { machine, vault, agent, policyKind, diskEncryptionEnded = false }: Example,
) => {
  const rule = findRule(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return isRuleBroken(
    rule,
    { ...facts.machine, ...machine },
    {
      edition,
      diskEncryptionEnded,
      vault: { ...facts.vault, ...vault },
      agent: agent ?? facts.readyAgent,
      policyKind,
      keyVaults: [facts.keyVault, facts.northKeyVault],
    },
  );
};

describe.each(EDITIONS)('edition %s', (edition) => {
  it.each(RULES.map(({ id }) => id))('rule "%s" is broken by its example exactly if the edition has the rule', (id) => {
    expect(isBroken(id, edition, BREAKS[id])).toBe(findRule(id)?.editions[edition] !== undefined);
  });

  it('a sound machine breaks no refusing rule', () => {
    const broken = RULES.filter((rule) => rule.effect === 'refuses' && isBroken(rule.id, edition, {}));
    expect(broken.map(({ id }) => id)).toEqual([]);
  });
});

describe('the table', () => {
  it('names every rule once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('states refusals before notes, so that the order of reasons can be read off', () => {
    const effects = RULES.map(({ effect }) => effect);
    expect(effects.lastIndexOf('refuses')).toBeLessThan(effects.indexOf('notes'));
  });

  it('gives every edition of every rule a dated source in the public documentation', () => {
    for (const { source } of RULES.flatMap(({ editions }) => Object.values(editions))) {
      expect(source.url).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
      expect(source.date).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
    }
  });

  it('knows the limits of each edition', () => {
    expect(limitOf('too-many-data-disks', '2017-01')).toBe(16);
    expect(limitOf('too-many-data-disks', 'current')).toBe(32);
    expect(limitOf('bek-only', 'current')).toBeNull();
  });

  it('answers a word that is no rule with undefined', () => {
    expect(findRule('constructor')).toBeUndefined();
  });
});
