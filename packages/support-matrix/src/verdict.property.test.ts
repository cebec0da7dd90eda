import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { EDITIONS } from './facts';
import * as facts from './facts.fixture';
import { RULES } from './rules';
import { isRuleBroken, judgeVirtualMachine } from './verdict';

const machine = fc.record({
  id: fc.constant(facts.machine.id),
  name: fc.constant('vm'),
  resourceGroup: fc.constant('rg'),
  subscriptionId: fc.constantFrom(facts.vault.subscriptionId, facts.OTHER_SUBSCRIPTION),
  location: fc.constantFrom('westeurope', 'WestEurope', 'northeurope', 'koreacentral'),
  deploymentModel: fc.constantFrom('resource-manager' as const, 'classic' as const),
  osType: fc.constantFrom('Windows' as const, 'Linux' as const, 'unknown' as const),
  powerState: fc.constantFrom('running', 'deallocated', 'starting', null),
  encryption: fc.record({
    kind: fc.constantFrom('none' as const, 'bek' as const, 'bek-kek' as const),
    pass: fc.constantFrom('single' as const, 'dual' as const, null),
    keyVaultIds: fc.subarray([facts.keyVault.id, facts.northKeyVault.id, facts.foreignKeyVaultId]),
  }),
  diskEncryptionSet: fc.boolean(),
  encryptionAtHost: fc.boolean(),
  trustedLaunch: fc.boolean(),
  confidential: fc.option(
    fc.record({
      size: fc.constantFrom('Standard_DC2as_v5', 'Standard_DC2as_v6', null),
      osDiskEncrypted: fc.boolean(),
    }),
  ),
  ultraOrPremiumV2Disks: fc.boolean(),
  managedDisks: fc.boolean(),
  dataDiskCount: fc.nat(64),
  largestDiskGiB: fc.option(fc.nat(70_000)),
  protectedByVaultId: fc.constantFrom(null, facts.vault.id, facts.otherVaultId),
  stoppedInVaultId: fc.constantFrom(null, facts.vault.id, facts.otherVaultId),
  deletedInVaultId: fc.constantFrom(null, facts.vault.id),
});

const agent = fc.record({
  state: fc.constantFrom('ready' as const, 'not-ready' as const, 'missing' as const),
  version: fc.constantFrom(null, '2.6.1198.717', '2.6.1198.718', '2.6', '2.7.41491.1095', ''),
});

const context = fc.record({
  edition: fc.constantFrom(...EDITIONS),
  diskEncryptionEnded: fc.boolean(),
  vault: fc.nat(1200).map((protectedItemCount) => ({ ...facts.vault, protectedItemCount })),
  agent: fc.option(agent),
  policyKind: fc.constantFrom('standard' as const, 'enhanced' as const, undefined),
  keyVaults: fc.subarray([facts.keyVault, facts.northKeyVault]),
});

it('a machine is accepted exactly when it breaks no refusing rule of the edition, and told the first it breaks otherwise', () => {
  fc.assert(
    fc.property(machine, context, (machine, context) => {
      const broken = RULES.filter((rule) => rule.editions[context.edition] && isRuleBroken(rule, machine, context));
      const [refusal] = broken.filter(({ effect }) => effect === 'refuses');
      expect(judgeVirtualMachine(machine, context)).toEqual(
        refusal ? { allowed: false, ruleId: refusal.id } : { allowed: true, notes: broken.map(({ id }) => id) },
      );
    }),
  );
});

it('learning more about a machine never turns a refusal into an acceptance', () => {
  fc.assert(
    fc.property(machine, context, (machine, { edition, vault, diskEncryptionEnded, ...known }) => {
      const before = judgeVirtualMachine(machine, { edition, vault, diskEncryptionEnded });
      const after = judgeVirtualMachine(machine, { edition, vault, diskEncryptionEnded, ...known });
      expect(before.allowed || !after.allowed).toBe(true);
    }),
  );
});

it('the age of an agent follows its version number by number', () => {
  const version = fc.tuple(fc.nat(5), fc.nat(9), fc.nat(2000), fc.nat(2000));
  const oldest = 2 * 1e9 + 6 * 1e8 + 1198 * 1e4 + 718;
  fc.assert(
    fc.property(version, ([major, minor, build, revision]) => {
      const verdict = judgeVirtualMachine(facts.plainMachine, {
        edition: 'current',
        diskEncryptionEnded: false,
        vault: facts.vault,
        agent: { state: 'ready', version: `${major}.${minor}.${build}.${revision}` },
      });
      const number = major * 1e9 + minor * 1e8 + build * 1e4 + revision;
      expect(verdict.allowed).toBe(number >= oldest);
    }),
  );
});
