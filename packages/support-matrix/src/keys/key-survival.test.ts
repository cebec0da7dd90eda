import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsIn, judgeSurvival, severityOf, SURVIVAL_RULES, SURVIVAL_STATES } from './key-survival';
import type { SurvivalFacts, SurvivalKeyVault, SurvivalLink, SurvivalRuleId } from './key-survival';

const NOW = Date.parse('2026-11-27T09:00:00Z');
const DAY = 86_400_000;

const keyVault: SurvivalKeyVault = {
  state: 'there',
  place: 'same',
  enabledForDiskEncryption: true,
  purgeProtection: true,
  service: 'granted',
};
const secret: SurvivalLink = { kind: 'secret', standing: 'present', expires: null, newest: true, held: true, keyVault };
const key: SurvivalLink = { ...secret, kind: 'key' };
const sound: SurvivalFacts = { point: 'encrypted', vaulted: true, pass: 'single', links: [secret, key], now: NOW };

const withKey = (change: Partial<SurvivalLink>): SurvivalFacts => ({ ...sound, links: [secret, { ...key, ...change }] });
const withSecret = (change: Partial<SurvivalLink>): SurvivalFacts => ({ ...sound, links: [{ ...secret, ...change }, key] });
const inVault = (change: Partial<SurvivalKeyVault>): SurvivalFacts => ({
  ...sound,
  links: sound.links.map((link) => ({ ...link, keyVault: { ...keyVault, ...change } })),
});

/** The smallest facts that break each rule. */
const breaking: Record<SurvivalRuleId, SurvivalFacts> = {
  'no-point': { ...sound, point: 'none', links: [] },
  'snapshot-outdated': { ...withKey({ newest: false }), vaulted: false },
  'not-in-backup': withKey({ standing: 'missing', held: false }),
  'key-elsewhere': withKey({ keyVault: { ...keyVault, place: 'other-geography' } }),
  'key-vault-gone': inVault({ state: 'missing', service: 'unknown', purgeProtection: null }),
  'secret-gone': withSecret({ standing: 'missing' }),
  'key-gone': withKey({ standing: 'missing' }),
  'key-vault-elsewhere': inVault({ place: 'other-region' }),
  'key-vault-deleted': inVault({ state: 'deleted', service: 'unknown' }),
  'secret-deleted': withSecret({ standing: 'deleted' }),
  'key-deleted': withKey({ standing: 'deleted' }),
  'secret-disabled': withSecret({ standing: 'disabled' }),
  'key-disabled': withKey({ standing: 'disabled' }),
  'secret-expired': withSecret({ standing: 'expired' }),
  'key-expired': withKey({ standing: 'expired' }),
  'key-vault-not-enabled': inVault({ enabledForDiskEncryption: false }),
  'keys-untold': { ...sound, point: 'untold', links: [] },
  'key-vault-unreadable': inVault({ state: 'unreadable', service: 'unknown', purgeProtection: null }),
  'keys-unreadable': withKey({ standing: 'unreadable' }),
  'keys-firewalled': withKey({ standing: 'firewalled' }),
  'key-vault-registering': inVault({ state: 'registering', service: 'unknown' }),
  'service-shut-out': inVault({ service: 'lacking' }),
  'no-purge-protection': inVault({ purgeProtection: false }),
  'expires-soon': withKey({ expires: NOW + 89 * DAY }),
  'newer-version': withKey({ newest: false }),
  'service-unseen': inVault({ service: 'unknown' }),
};

describe('the keys of a recovery point', () => {
  it('are sound when they are all there, and there is nothing to say of what is not encrypted', () => {
    expect(judgeSurvival(sound)).toEqual({ state: 'sound', findings: [] });
    expect(judgeSurvival({ ...sound, point: 'plain', links: [] })).toEqual({ state: 'plain', findings: [] });
  });

  it.each(SURVIVAL_RULES.map((rule) => [rule.id, rule] as const))('break %s by the smallest example', (id, { state }) => {
    const judged = judgeSurvival(breaking[id]);
    expect(judged.findings).toContain(id);
    expect(judged.state).toBe(state ?? 'sound');
  });

  it('in a newer version are no harm where the point lies in the vault or an application encrypts', () => {
    const rotated = withKey({ newest: false });
    expect(judgeSurvival(rotated)).toEqual({ state: 'sound', findings: ['newer-version'] });
    expect(judgeSurvival({ ...rotated, vaulted: false, pass: 'dual' }).state).toBe('sound');
  });

  it('are found fault with in the key vault that is concerned, and in no other', () => {
    const [there, purged] = [{ ...keyVault }, { ...keyVault, state: 'missing' as const, purgeProtection: null }];
    const apart = {
      ...sound,
      links: [
        { ...secret, standing: 'disabled' as const, keyVault: there },
        { ...key, keyVault: purged },
      ],
    };
    expect(judgeSurvival(apart).findings).toEqual(['key-vault-gone', 'secret-disabled']);
    expect(findingsIn(there, apart)).toEqual(['secret-disabled']);
    expect(findingsIn(purged, apart)).toEqual(['key-vault-gone']);
  });

  it('that expire in more than a quarter of a year do not expire soon', () => {
    expect(judgeSurvival(withKey({ expires: NOW + 91 * DAY })).state).toBe('sound');
  });
});

const anyVault = fc.record<SurvivalKeyVault>({
  state: fc.constantFrom('there', 'deleted', 'missing', 'unreadable', 'registering'),
  place: fc.constantFrom('same', 'other-region', 'other-geography', 'other-subscription'),
  enabledForDiskEncryption: fc.constantFrom(true, false, null),
  purgeProtection: fc.constantFrom(true, false, null),
  service: fc.constantFrom('granted', 'lacking', 'unknown'),
});
const anyLink = (kind: SurvivalLink['kind']) =>
  fc.record<SurvivalLink>({
    kind: fc.constant(kind),
    standing: fc.constantFrom('present', 'disabled', 'expired', 'deleted', 'missing', 'unreadable', 'firewalled'),
    expires: fc.option(fc.integer({ min: NOW, max: NOW + 400 * DAY })),
    newest: fc.constantFrom(true, false, null),
    held: fc.boolean(),
    keyVault: anyVault,
  });
const anyFacts = fc.record<SurvivalFacts>({
  point: fc.constant('encrypted'),
  vaulted: fc.boolean(),
  pass: fc.constantFrom('single', 'dual', null),
  links: fc.tuple(anyLink('secret'), anyLink('key')),
  now: fc.constant(NOW),
});

describe('of whatever is the matter with two links', () => {
  it('the worst says what becomes of them, and rules stand in the order of how bad they are', () => {
    const states = SURVIVAL_RULES.flatMap(({ state }) => state ?? []);
    expect(states.map(severityOf)).toEqual(states.map(severityOf).toSorted((a, b) => a - b));
    expect(new Set(states).size).toBe(SURVIVAL_STATES.length - 2);
  });

  it('one alone is never worse than both, and a key that the backup holds never worse than one that it does not', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const all = severityOf(judgeSurvival(facts).state);
        // A snapshot is locked by the key where there is one, so a secret alone is another case.
        const [one, other] = facts.links;
        if (one && other && facts.vaulted) {
          for (const link of [one, other]) expect(severityOf(judgeSurvival({ ...facts, links: [link] }).state)).toBeGreaterThanOrEqual(all);
        }
        const held = { ...facts, links: facts.links.map((link) => ({ ...link, held: true })) };
        expect(severityOf(judgeSurvival(held).state)).toBeGreaterThanOrEqual(all);
      }),
    );
  });

  it('nothing is sound unless each link is there, present, here, and its key vault protected from purging', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (judgeSurvival(facts).state !== 'sound') return;
        for (const { standing, keyVault } of facts.links) {
          expect([standing, keyVault.state, keyVault.place]).toEqual(['present', 'there', 'same']);
          expect(keyVault.purgeProtection).not.toBe(false);
        }
      }),
    );
  });
});
