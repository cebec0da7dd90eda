import { keyState, type KeyLink, type KeyState } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import { hidden, known } from '../../../facts';
import { judgePoint, type PointFacts } from './verdict';

const link = (state: KeyState): KeyLink => ({
  url: 'https://kv.vault.azure.net/keys/kek/1',
  name: 'kek',
  version: '1',
  keyVaultId: '/kv',
  keyVaultName: 'kv',
  state,
  expires: null,
  newest: true,
});

const facts = (change: Partial<PointFacts> = {}, secret: KeyState = 'present', key: KeyState = 'present'): PointFacts => ({
  itemDeleted: false,
  tiers: ['vault'],
  pass: 'single',
  encrypted: true,
  keyChain: { secret: link(secret), key: link(key) },
  keysThere: known(secret === 'present' && key === 'present'),
  holdsSecret: true,
  holdsKey: true,
  ...change,
});

describe('a recovery point', () => {
  it('whose key and secret are there can be restored', () => {
    expect(judgePoint(facts())).toEqual({ state: 'restorable', reasons: [] });
  });

  it('of a machine that is not encrypted needs no keys', () => {
    expect(judgePoint(facts({ encrypted: false, keyChain: null }))).toEqual({ state: 'restorable', reasons: [] });
  });

  it('of an item that was deleted is blocked until that is undone', () => {
    expect(judgePoint(facts({ itemDeleted: true }))).toEqual({ state: 'blocked', reasons: ['item-deleted'] });
  });

  it('that lies in the archive only is blocked', () => {
    expect(judgePoint(facts({ tiers: ['archive'] }))).toEqual({ state: 'blocked', reasons: ['archived'] });
    expect(judgePoint(facts({ tiers: [] }))).toEqual({ state: 'blocked', reasons: ['no-valid-tier'] });
  });

  it('names one key vault that is gone once', () => {
    expect(judgePoint(facts({}, 'vault-missing', 'vault-missing'))).toEqual({ state: 'needs-keys', reasons: ['key-vault-missing'] });
  });

  it('whose key may have been put back out of sight is not called short of it, nor lost', () => {
    const keysThere = hidden('read-keys', '/other-kv');
    const reasons = ['key-not-there', 'keys-out-of-sight'];
    expect(judgePoint(facts({ keysThere }, 'present', 'missing'))).toEqual({ state: 'may-need-keys', reasons });
    expect(judgePoint(facts({ keysThere, holdsKey: false }, 'present', 'missing'))).toEqual({ state: 'unknown', reasons });
    expect(judgePoint(facts({ keysThere, itemDeleted: true }, 'present', 'missing')).state).toBe('blocked');
  });

  it('tells a disabled secret from an expired key', () => {
    expect(judgePoint(facts({}, 'disabled', 'expired')).reasons).toEqual(['secret-disabled', 'key-expired']);
  });

  it('whose purged key the backup does not hold is lost', () => {
    expect(judgePoint(facts({ holdsKey: false }, 'present', 'missing')).state).toBe('blocked');
    expect(judgePoint(facts({ holdsKey: false }, 'present', 'deleted')).state).toBe('needs-keys');
  });

  it('whose key is in another subscription is lost, whose secret alone is there is not', () => {
    expect(judgePoint(facts({}, 'present', 'vault-other-subscription')).state).toBe('blocked');
    const alone = { keyChain: { secret: link('vault-other-subscription'), key: null } };
    expect(judgePoint(facts(alone))).toEqual({ state: 'needs-keys', reasons: ['key-vault-other-subscription'] });
  });

  it('whose key is in another geography is lost, in another region of its own it is not', () => {
    expect(judgePoint(facts({}, 'present', 'vault-other-geography'))).toEqual({ state: 'blocked', reasons: ['key-vault-other-geography'] });
    expect(judgePoint(facts({}, 'present', 'vault-other-region')).state).toBe('needs-keys');
  });

  it('that is a snapshot alone is blocked once its key was rotated, unless an Entra application was used or the vault holds it too', () => {
    const keyChain = { secret: link('present'), key: { ...link('present'), newest: false } };
    const snapshot: Partial<PointFacts> = { tiers: ['snapshot'], keyChain };
    expect(judgePoint(facts(snapshot))).toEqual({ state: 'blocked', reasons: ['snapshot-only-after-key-rotation'] });
    const others: Partial<PointFacts>[] = [{ pass: 'dual' }, { tiers: ['snapshot', 'vault'] }, { keyChain: facts().keyChain }];
    for (const change of others) expect(judgePoint(facts({ ...snapshot, ...change })).state).toBe('restorable');
  });

  it('with a key vault that may not be read is unknown', () => {
    expect(judgePoint(facts({}, 'unreadable', 'unreadable'))).toEqual({ state: 'unknown', reasons: ['key-vault-unreadable'] });
  });
});

describe('whatever the states of key and secret are', () => {
  const states = keyState.options;
  const all = states.flatMap((secret) =>
    states.flatMap((key) =>
      [true, false].flatMap((itemDeleted) =>
        [true, false].flatMap((holds) =>
          (['vault', 'snapshot', 'archive'] as const).map((tier) =>
            facts({ itemDeleted, holdsKey: holds, holdsSecret: holds, tiers: [tier] }, secret, key),
          ),
        ),
      ),
    ),
  );

  it('a point is restorable exactly when nothing stands in the way', () => {
    for (const one of all) {
      const free = !one.itemDeleted && !one.tiers.includes('archive');
      const whole = one.keyChain?.secret.state === 'present' && one.keyChain.key?.state === 'present';
      expect(judgePoint(one).state === 'restorable').toBe(free && whole);
    }
  });

  it('a point that is not restorable says why', () => {
    for (const one of all) {
      const { state, reasons } = judgePoint(one);
      expect(reasons.length > 0).toBe(state !== 'restorable');
      expect(new Set(reasons).size).toBe(reasons.length);
    }
  });
});
