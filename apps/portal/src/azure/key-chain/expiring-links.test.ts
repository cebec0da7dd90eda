import type { KeyLink } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { expiringLinks } from './expiring-links';

const now = Date.parse('2017-02-01T12:00:00Z');

const link = (name: string, expires: string | null, state: KeyLink['state'] = 'present'): KeyLink => ({
  url: `https://kv.vault.azure.net/keys/${name}/1`,
  name,
  version: '1',
  keyVaultId: '/kv',
  keyVaultName: 'kv',
  state,
  expires,
  newest: true,
});

it('a key that was extended by 30 days is reminded of', () => {
  const chain = { key: link('key', '2017-03-03T12:00:00Z'), secret: link('secret', null) };
  expect(expiringLinks(chain, now).map(({ name }) => name)).toEqual(['key']);
});

it('neither is one that lasts, nor one that is not there', () => {
  const chain = { key: link('key', '2018-01-01T00:00:00Z'), secret: link('secret', '2017-02-02T00:00:00Z', 'missing') };
  expect(expiringLinks(chain, now)).toEqual([]);
  expect(expiringLinks(null, now)).toEqual([]);
});
