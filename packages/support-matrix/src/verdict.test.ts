import { describe, expect, it } from 'vitest';
import { keyVault, machine, northKeyVault, OTHER_SUBSCRIPTION, otherVaultId, plainMachine, readyAgent, vault } from './facts.fixture';
import { judgeVirtualMachine } from './verdict';

const sound = { edition: '2017-01', vault, diskEncryptionEnded: false, agent: readyAgent, keyVaults: [keyVault] } as const;

describe('a virtual machine', () => {
  it('without encryption is accepted without a word', () => {
    expect(judgeVirtualMachine(plainMachine, { ...sound, edition: 'current' })).toEqual({ allowed: true, notes: [] });
  });

  it('encrypted with BEK alone is refused in January 2017 and accepted today', () => {
    const bekOnly = { ...machine, encryption: { ...machine.encryption, kind: 'bek' as const } };
    expect(judgeVirtualMachine(bekOnly, sound)).toEqual({ allowed: false, ruleId: 'bek-only' });
    expect(judgeVirtualMachine(bekOnly, { ...sound, edition: 'current' })).toEqual({
      allowed: true,
      notes: ['disk-encryption-retires'],
    });
  });

  it('of another subscription is refused in January 2017, and today where Azure Disk Encryption encrypts it', () => {
    const [encrypted, plain] = [machine, plainMachine].map((one) => ({ ...one, subscriptionId: OTHER_SUBSCRIPTION }));
    const verdicts = [encrypted, plain].map((one) => one && judgeVirtualMachine(one, { ...sound, keyVaults: [] }));
    expect(verdicts.map((verdict) => verdict?.allowed)).toEqual([false, false]);
    const today = [encrypted, plain].map((one) => one && judgeVirtualMachine(one, { ...sound, edition: 'current' }));
    expect(today).toEqual([
      { allowed: false, ruleId: 'encrypted-in-other-subscription' },
      { allowed: true, notes: [] },
    ]);
  });

  it('in another region and in another vault is told of the region, which no click can change', () => {
    const faraway = { ...machine, location: 'northeurope', protectedByVaultId: otherVaultId };
    expect(judgeVirtualMachine(faraway, sound)).toEqual({ allowed: false, ruleId: 'other-region' });
  });

  it.each(['stoppedInVaultId', 'deletedInVaultId'] as const)(
    'that a vault still has is taken by no other, and not once more by it: %s',
    (member) => {
      const verdicts = [vault.id.toUpperCase(), otherVaultId].map((id) => judgeVirtualMachine({ ...machine, [member]: id }, sound));
      expect(verdicts).toEqual([
        { allowed: false, ruleId: 'already-protected' },
        { allowed: false, ruleId: 'protected-by-another-vault' },
      ]);
    },
  );

  it('that Azure Disk Encryption encrypts is refused from the end of that on, by today’s rules', () => {
    const after = { ...sound, edition: 'current' as const, diskEncryptionEnded: true };
    expect(judgeVirtualMachine(machine, after)).toEqual({ allowed: false, ruleId: 'disk-encryption-ended' });
    expect(judgeVirtualMachine(plainMachine, after)).toMatchObject({ allowed: true });
    expect(judgeVirtualMachine(machine, { ...after, edition: '2017-01' })).toMatchObject({ allowed: true });
  });

  it('whose backup a vault has deleted is taken by another one today, and by that one not before its data is gone', () => {
    const deleted = { ...machine, deletedInVaultId: vault.id };
    const today = { ...sound, edition: 'current' as const };
    expect(judgeVirtualMachine(deleted, today)).toEqual({ allowed: false, ruleId: 'already-protected' });
    expect(judgeVirtualMachine(deleted, { ...today, vault: { ...vault, id: otherVaultId } })).toMatchObject({ allowed: true });
    const stopped = { ...deleted, stoppedInVaultId: otherVaultId };
    expect(judgeVirtualMachine(stopped, today)).toEqual({ allowed: false, ruleId: 'protected-by-another-vault' });
  });

  it('that is confidential is accepted with a size of version 6, an encrypted OS disk and in a region of the preview alone', () => {
    const today = { ...sound, edition: 'current' as const, vault: { ...vault, location: 'koreacentral' } };
    const accepted = {
      ...plainMachine,
      location: 'koreacentral',
      confidential: { size: 'Standard_EC4as_v6', osDiskEncrypted: true },
    };
    expect(judgeVirtualMachine(accepted, today)).toEqual({ allowed: true, notes: [] });
    const refused = { allowed: false, ruleId: 'confidential-vm' };
    const { confidential } = accepted;
    for (const change of [{ size: 'Standard_EC4as_v5' }, { osDiskEncrypted: false }]) {
      expect(judgeVirtualMachine({ ...accepted, confidential: { ...confidential, ...change } }, today)).toEqual(refused);
    }
    expect(judgeVirtualMachine({ ...accepted, location: 'westeurope' }, { ...today, vault })).toEqual(refused);
  });

  it('with Trusted Launch or an Ultra Disk is refused with a standard policy, and with no other', () => {
    for (const kind of ['trustedLaunch', 'ultraOrPremiumV2Disks'] as const) {
      const judge = (policyKind?: 'standard' | 'enhanced') =>
        judgeVirtualMachine({ ...plainMachine, [kind]: true }, { ...sound, edition: 'current', policyKind }).allowed;
      expect([judge('standard'), judge('enhanced'), judge()]).toEqual([false, true, true]);
    }
  });

  it('that is off may have no agent to report, and is accepted with a note', () => {
    const off = { ...plainMachine, powerState: 'deallocated' };
    const verdict = judgeVirtualMachine(off, { ...sound, agent: { state: 'missing', version: null } });
    expect(verdict).toEqual({ allowed: true, notes: ['machine-not-running'] });
  });

  it('whose agent has not been asked yet is not refused for its agent', () => {
    expect(judgeVirtualMachine(machine, { edition: '2017-01', vault, diskEncryptionEnded: false })).toEqual({ allowed: true, notes: [] });
  });

  it('is not held to the Windows agent version when it runs Linux', () => {
    const linux = { ...plainMachine, osType: 'Linux' as const };
    expect(judgeVirtualMachine(linux, { ...sound, agent: { state: 'ready', version: '2.2.45' } })).toEqual({ allowed: true, notes: [] });
  });

  it('is not judged by the region of a key vault that could not be read', () => {
    const elsewhere = { ...machine, encryption: { ...machine.encryption, keyVaultIds: [northKeyVault.id] } };
    expect(judgeVirtualMachine(elsewhere, sound).allowed).toBe(true);
    expect(judgeVirtualMachine(elsewhere, { ...sound, keyVaults: [northKeyVault] })).toEqual({
      allowed: false,
      ruleId: 'key-vault-in-other-region',
    });
  });

  it('encrypted in a single pass is accepted in January 2017 with a note that nobody could know it then', () => {
    const singlePass = { ...machine, encryption: { ...machine.encryption, pass: 'single' as const } };
    expect(judgeVirtualMachine(singlePass, sound)).toEqual({ allowed: true, notes: ['single-pass-encryption'] });
  });
});
