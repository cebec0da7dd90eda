import { describe, expect, it } from 'vitest';
import type { VirtualMachineFacts } from './facts';
import * as facts from './facts.fixture';
import { judgeReadiness, type KeyVaultStanding, type ReadinessContext } from './readiness';

const context = (change: Partial<ReadinessContext> = {}): ReadinessContext => ({
  edition: '2017-01',
  diskEncryptionEnded: false,
  vaults: [facts.vault],
  keyVaults: [facts.keyVault],
  standings: new Map([[facts.keyVault.id.toLowerCase(), 'granted']]),
  ...change,
});

const standing = (state: KeyVaultStanding) => new Map([[facts.keyVault.id.toLowerCase(), state]]);

const judge = (machine: Partial<VirtualMachineFacts> = {}, change: Partial<ReadinessContext> = {}, agent = facts.readyAgent) =>
  judgeReadiness({ ...facts.machine, ...machine }, agent, context(change));

describe('a machine', () => {
  it('that a vault protects is protected, whatever else is true of it', () => {
    expect(judge({ protectedByVaultId: facts.otherVaultId, deploymentModel: 'classic' })).toEqual({
      state: 'protected',
      vaultId: facts.otherVaultId,
      steps: [],
    });
  });

  it('that a vault protects says what its next backup fails for', () => {
    const protectedThere = { protectedByVaultId: facts.vault.id };
    expect(judge(protectedThere, { standings: standing('lacking') })).toMatchObject({ state: 'protected', steps: ['access'] });
    expect(judge(protectedThere, { standings: standing('missing') })).toMatchObject({ state: 'protected', steps: ['key-vault'] });
    expect(judge(protectedThere, { standings: standing('unknown') })).toMatchObject({ state: 'protected', steps: [] });
  });

  it('of which a vault takes no more backups is not protected, and the vault where they can be resumed is named', () => {
    expect(judge({ stoppedInVaultId: facts.vault.id, deletedInVaultId: facts.otherVaultId })).toEqual({
      state: 'stopped',
      vaultId: facts.vault.id,
    });
  });

  it('of which the backup was deleted is not protected, and the vault that still keeps it is named', () => {
    expect(judge({ deletedInVaultId: facts.vault.id, deploymentModel: 'classic' })).toEqual({
      state: 'deleted',
      vaultId: facts.vault.id,
    });
  });

  it('is ready where a vault of its region takes it and the key vault is open to the service', () => {
    expect(judge()).toEqual({ state: 'ready', vaultIds: [facts.vault.id], unseen: [] });
  });

  it('needs a vault where its region has none, or only full ones', () => {
    expect(judge({}, { vaults: [] })).toMatchObject({ state: 'steps', steps: ['vault'] });
    expect(judge({}, { vaults: [{ ...facts.vault, location: 'northeurope' }] })).toMatchObject({ state: 'steps', steps: ['vault'] });
    expect(judge({}, { vaults: [{ ...facts.vault, protectedItemCount: 200 }] })).toMatchObject({ state: 'steps', steps: ['vault'] });
  });

  it('needs access, or a key vault, beside what else is missing', () => {
    expect(judge({}, { standings: standing('lacking') })).toMatchObject({ state: 'steps', steps: ['access'] });
    expect(judge({}, { standings: standing('missing'), vaults: [] })).toMatchObject({ state: 'steps', steps: ['vault', 'key-vault'] });
  });

  it('names the key vaults of which nobody can see whether the service may read them', () => {
    const unseen = [facts.keyVault.id];
    expect(judge({}, { standings: standing('unknown') })).toMatchObject({ state: 'ready', unseen });
    expect(judge({}, { standings: standing('unknown'), vaults: [] })).toEqual({ state: 'steps', steps: ['vault'], unseen });
    expect(judge({}, { standings: new Map() })).toMatchObject({ state: 'ready', unseen: [] });
  });

  it('that breaks a rule by itself is refused for that, not for the vault it lacks', () => {
    const bek = { encryption: { ...facts.machine.encryption, kind: 'bek' as const } };
    expect(judge(bek, { vaults: [] })).toEqual({ state: 'refused', ruleId: 'bek-only' });
    expect(judge(bek, { edition: 'current' }).state).toBe('ready');
    expect(judge({}, { vaults: [] }, { state: 'missing', version: null })).toEqual({
      state: 'refused',
      ruleId: 'agent-missing',
    });
  });
});
