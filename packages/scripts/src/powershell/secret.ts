import { nameOf } from '../key-url';
import { contentTypeOf, keyName, tagsOf, urlOf } from '../key-values';
import { lines, type Section } from '../script';
import type { KeyValues, JourneyValues } from '../values';
import { join, ps, type Code } from '../writing';
import type { Modules } from './dialect';

/** The version that holds the same value, or a new one with content type and tags. */
export function secretSection({ is2017, keyVault, tags }: Modules, secret: KeyValues, values: JourneyValues): Section {
  const { name } = keyName(secret);
  const place = ps`-VaultName ${nameOf(secret.keyVaultId)} -Name ${name}`;
  const url = urlOf(secret);
  const pairs = join(
    tagsOf(secret, values).map(([tag, value]) => ps`    ${tag} = ${value}`),
    '\n',
  );
  const keyUrl = values.keys?.key ? ps`    'DiskEncryptionKeyEncryptionKeyURL' = $keyUrl` : null;
  const value = ps`(ConvertTo-SecureString -String $held.SecretData -AsPlainText -Force)`;
  return {
    says: 'secret',
    code: lines(
      usable(is2017 ? ps`Set-AzureKeyVaultSecretAttribute` : ps`Update-AzKeyVaultSecret`, secret),
      ps`function Find-HeldSecret {`,
      ps`  Get-${keyVault}Secret ${place} -IncludeVersions -ErrorAction SilentlyContinue | Where-Object { $_.Enabled } |`,
      ps`    ForEach-Object { Get-${keyVault}Secret ${place} -Version $_.Version } |`,
      ps`    Where-Object { (New-Object Net.NetworkCredential '', $_.SecretValue).Password -ceq $held.SecretData } | Select-Object -First 1`,
      ps`}`,
      ps`$secret = Find-HeldSecret`,
      !is2017 && ps`if (-not $secret -and (Get-AzKeyVaultSecret ${place} -InRemovedState -ErrorAction SilentlyContinue)) {`,
      !is2017 && ps`  Undo-AzKeyVaultSecretRemoval ${place} | Out-Null`,
      !is2017 && waitUntil(ps`Get-AzKeyVaultSecret ${place} -IncludeVersions -ErrorAction SilentlyContinue`, name),
      !is2017 && ps`  $secret = Find-HeldSecret`,
      !is2017 && ps`}`,
      ps`if (-not $secret) {`,
      lines(ps`  $tags = @{`, pairs, keyUrl, ps`  }`),
      ps`  $secret = Set-${keyVault}Secret ${place} -SecretValue ${value} -ContentType ${contentTypeOf(values)} ${tags} $tags`,
      ps`}`,
      ps`$held = $null`,
      ps`$secretUrl = ${url.slice(0, url.lastIndexOf('/') + 1)} + $secret.Version`,
      ps`Write-Output $secretUrl`,
    ),
  };
}

/** What was deleted comes back some time after the command that recovers it. */
export const waitUntil = (there: Code, name: string): Code =>
  lines(
    ps`  foreach ($attempt in 1..60) { if (${there}) { break }; Start-Sleep -Seconds 5 }`,
    ps`  if (-not (${there})) { throw ${name} }`,
  );

/** What is disabled or has expired is made usable again. */
export function usable(change: Code, one: KeyValues): Code | null {
  const { name, version } = keyName(one);
  const place = ps`-VaultName ${nameOf(one.keyVaultId)} -Name ${name} -Version ${version}`;
  if (one.state === 'disabled') return ps`${change} ${place} -Enable $true | Out-Null`;
  return one.state === 'expired' ? ps`${change} ${place} -Expires (Get-Date).ToUniversalTime().AddDays(30) | Out-Null` : null;
}
