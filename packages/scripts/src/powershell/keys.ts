import { serviceByNameInPowerShell } from '../backup-service';
import { groupOf, nameOf } from '../key-url';
import { keyName, urlOf } from '../key-values';
import { lines, type Section } from '../script';
import type { Keys, KeyValues, JourneyValues } from '../values';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';
import { secretSection, usable, waitUntil } from './secret';

/** The URLs as they are before anything is put back. */
export const keyUrls = ({ secret, key }: Keys): Section => ({
  says: 'keyUrls',
  code: lines(ps`$secretUrl = ${urlOf(secret)}`, key && ps`$keyUrl = ${urlOf(key)}`),
});

/** Brings the key vault, the key and the secret back, each where it is missing, in this order. */
export function bringBackKeys(modules: Modules, values: JourneyValues, { secret, key }: Keys): Section[] {
  const keyVaults = [...new Set([...(key ? [key.keyVaultId] : []), secret.keyVaultId])];
  return [
    { says: 'keyVault', code: lines(...keyVaults.map((id) => keyVaultCode(modules, id, values))) },
    { says: 'held', code: heldCode(modules, values) },
    ...(key ? [{ says: 'key', code: keyCode(modules, key) } as const] : []),
    secretSection(modules, secret, values),
  ];
}

function keyVaultCode({ is2017, arm }: Modules, id: string, { location, serviceAppId }: JourneyValues): Code {
  const place = ps`-VaultName ${nameOf(id)} -ResourceGroupName ${groupOf(id)}`;
  const create = ps`New-${arm}KeyVault ${place} -Location ${location}`;
  const rights = is2017
    ? ps`-PermissionsToKeys get,list,backup -PermissionsToSecrets get,list`
    : ps`-PermissionsToKeys get,list,backup -PermissionsToSecrets get,list,backup`;
  const byName = is2017 ? ps`(Get-AzureRmADServicePrincipal -SearchString 'Backup Management Service').Id` : serviceByNameInPowerShell();
  const service = serviceAppId === null ? ps`-ObjectId ${byName}` : ps`-ServicePrincipalName ${serviceAppId}`;
  const letIn = ps`Set-${arm}KeyVaultAccessPolicy -VaultName ${nameOf(id)} ${service} ${rights}`;
  const removed = ps`-VaultName ${nameOf(id)} -Location ${location} -InRemovedState`;
  return lines(
    ps`if (-not (Get-${arm}KeyVault ${place})) {`,
    !is2017 && ps`  if (Get-AzKeyVault ${removed}) { Undo-AzKeyVaultRemoval ${place} -Location ${location} | Out-Null }`,
    is2017 ? ps`  ${create} | Out-Null` : ps`  else { ${create} -DisableRbacAuthorization | Out-Null }`,
    ps`}`,
    // Enabled last: where a run is cut off before, the next one lets the service in.
    ps`$keyVault = Get-${arm}KeyVault ${place}`,
    ps`if (-not $keyVault.EnabledForDiskEncryption) {`,
    is2017 ? ps`  ${letIn}` : ps`  if (-not $keyVault.EnableRbacAuthorization) { ${letIn} }`,
    ps`  Set-${arm}KeyVaultAccessPolicy -VaultName ${nameOf(id)} -EnabledForDiskEncryption`,
    ps`}`,
  );
}

/** Today a file in the storage account holds key and secret; in January 2017 the recovery point gave them. */
function heldCode({ is2017, storage }: Modules, { pointId }: JourneyValues): Code {
  if (is2017) {
    const point = ps`Get-AzureRmRecoveryServicesBackupRecoveryPoint -Item $item -RecoveryPointId ${pointId}`;
    // A folder of its own: the temporary one may hold the configuration, and the name of the key's file is the cmdlet's choice.
    return lines(
      ps`$keyFolder = New-Item -ItemType Directory -Path (Join-Path $temporary.FullName 'key')`,
      ps`$held = (${point} -KeyFileDownloadLocation $keyFolder.FullName).KeyAndSecretDetails`,
      ps`$keyFile = (Get-ChildItem -Path $keyFolder.FullName -File | Select-Object -First 1).FullName`,
    );
  }
  return lines(
    ps`$keyFile = Join-Path $temporary.FullName 'key'`,
    ps`$heldFile = Join-Path $temporary.FullName 'encryption.json'`,
    ps`Get-${storage}BlobContent @inContainer -Blob $info -Destination $heldFile -Force | Out-Null`,
    ps`$held = ((Get-Content -Path $heldFile -Raw).TrimEnd([char]0) | ConvertFrom-Json).OsDiskKeyAndSecretDetails`,
    ps`if ($held.KeyBackupData) { [IO.File]::WriteAllBytes($keyFile, [Convert]::FromBase64String($held.KeyBackupData)) }`,
  );
}

function keyCode({ is2017, keyVault }: Modules, key: KeyValues): Code {
  const { name, version } = keyName(key);
  const inKeyVault = nameOf(key.keyVaultId);
  const place = ps`-VaultName ${inKeyVault} -Name ${name}`;
  const restore = ps`Restore-${keyVault}Key -VaultName ${inKeyVault} -InputFile $keyFile | Out-Null`;
  const deleted = ps`Get-AzKeyVaultKey ${place} -InRemovedState -ErrorAction SilentlyContinue`;
  const there = ps`Get-${keyVault}Key ${place} -Version ${version} -ErrorAction SilentlyContinue`;
  const recoverOrRestore = lines(
    ps`  if (${deleted}) {`,
    ps`  Undo-AzKeyVaultKeyRemoval ${place} | Out-Null`,
    waitUntil(there, name),
    ps`  } else { ${restore} }`,
  );
  return lines(
    ps`if (-not (${there})) {`,
    is2017 ? ps`  ${restore}` : recoverOrRestore,
    ps`}`,
    usable(is2017 ? ps`Set-AzureKeyVaultKeyAttribute` : ps`Update-AzKeyVaultKey`, key),
  );
}
