import type { SealedEvidence } from '@tresor/contracts';
import { lastSeenIn, type Facts } from '../../../azure/evidence/records';
import type { Text } from '../../../language/use-text';
import { messages } from './messages';

/** The key or the secret as its URL names it: name, version and key vault. */
function named({ url = '' }: Facts): { name: string; version: string; keyVault: string } | undefined {
  const [, , host = '', , name = '', version = ''] = url.split('/');
  return version === '' ? undefined : { name, version, keyVault: host.split('.')[0] ?? host };
}

/** With which key and secret a machine of a plan came back: their names, versions and key vaults, never what is in them. */
export function keyVersions(sealed: Pick<SealedEvidence, 'records'>, jobId: string | null, text: Text): string {
  if (jobId === null) return text(messages.keysNotSeen);
  const seen = (what: 'point' | 'secret' | 'key') => lastSeenIn(sealed, jobId, what);
  if (seen('point')?.['encrypted'] === 'false') return text(messages.notEncrypted);
  const [secret, key] = [seen('secret'), seen('key')].map((facts) => facts && named(facts));
  if (secret === undefined) return text(messages.keysNotSeen);
  return [text(messages.secretOf, secret), key === undefined ? text(messages.bekAlone) : text(messages.keyOf, key)].join(' ');
}
