import { describe, expect, it } from 'vitest';
import { RESOURCE_GROUP_NAME, VAULT_NAME, vaultNameFault } from './names';

describe('the name of a vault', () => {
  it.each([
    ['', 'missing'],
    ['Tresor Süd', 'character'],
    ['vault_1', 'character'],
    ['1vault', 'letter-first'],
    ['-vault', 'letter-first'],
    ['v', 'too-short'],
    [`v${'x'.repeat(50)}`, 'too-long'],
  ])('cannot be "%s"', (name, fault) => {
    expect([vaultNameFault(name), VAULT_NAME.test(name)]).toEqual([fault, false]);
  });

  it.each(['v1', 'MarkGal-RS-Demo-vault', `v${'x'.repeat(49)}`])('can be "%s"', (name) => {
    expect([vaultNameFault(name), VAULT_NAME.test(name)]).toEqual([null, true]);
  });
});

describe('the name of a resource group', () => {
  it('takes letters of any language, but no full stop at its end', () => {
    for (const name of ['Größe_1', 'rg-(test).x']) expect(RESOURCE_GROUP_NAME.test(name)).toBe(true);
    for (const name of ['', 'rg.', 'a b', 'x'.repeat(91)]) expect(RESOURCE_GROUP_NAME.test(name)).toBe(false);
  });
});
