import { nameOf } from '../key-url';
import { keyName } from '../key-values';
import type { KeyValues } from '../values';
import { ps, type Code } from '../writing';

/** What is disabled or has expired is made usable again. */
export function usable(change: Code, one: KeyValues): Code | null {
  const { name, version } = keyName(one);
  const place = ps`-VaultName ${nameOf(one.keyVaultId)} -Name ${name} -Version ${version}`;
  if (one.state === 'disabled') return ps`${change} ${place} -Enable $true | Out-Null`;
  return one.state === 'expired' ? ps`${change} ${place} -Expires (Get-Date).ToUniversalTime().AddDays(30) | Out-Null` : null;
}
