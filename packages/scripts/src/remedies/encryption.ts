import { inSubscription } from '../bash';
import { join, ps, sh, type Code } from '../writing';
import { anotherRun, azDecrypt, azExtension } from './decrypt';
import { untilFailure, type Shell } from './until-failure';

/** What the scripts must know of a machine whose disks are encrypted with a BEK alone. */
export interface EncryptedTarget {
  subscriptionId: string;
  group: string;
  name: string;
  os: 'Windows' | 'Linux';
  /** ARM id and name of the key vault that holds the BEK; the key is made there. */
  keyVaultId: string;
  keyVaultName: string;
  /** `dual`: with an Entra application, which has to be named again each time. */
  pass: 'single' | 'dual';
}

export type SinglePass = EncryptedTarget & { pass: 'single' };

/** Which volumes are encrypted. */
export type Volumes = 'All' | 'OS' | 'Data';

export type { Shell };

const azLogin = ({ subscriptionId }: EncryptedTarget) =>
  join([inSubscription, sh`az account set --subscription ${subscriptionId}`, sh`subscription=${subscriptionId}`], '\n');
const psLogin = ({ subscriptionId }: EncryptedTarget) => ps`Set-AzContext -Subscription ${subscriptionId} | Out-Null`;

const KEK = 'TresorKEK';

/** As printf fills it. */
const SETTINGS = [
  '{"EncryptionOperation":"EnableEncryption","KeyVaultURL":"%s","KeyVaultResourceId":%s,"KeyEncryptionKeyURL":"%s","KekVaultResourceId":%s,',
  '"KeyEncryptionAlgorithm":"RSA-OAEP","VolumeType":"%s","SequenceVersion":"%s"}',
].join('');

function azKey(target: SinglePass, volumes: Volumes): Code[] {
  const { group, name, keyVaultId, keyVaultName } = target;
  const place = JSON.stringify(keyVaultId);
  return [
    azLogin(target),
    sh`kek=$(az keyvault key show --vault-name ${keyVaultName} --name ${KEK} --query key.kid --output tsv 2>/dev/null) ||`,
    sh`  kek=$(az keyvault key create --vault-name ${keyVaultName} --name ${KEK} --kty RSA --size 2048 --query key.kid --output tsv)`,
    sh`settings=$(printf ${SETTINGS} "\${kek%%/keys/*}" ${place} "$kek" ${place} ${volumes} ${anotherRun})`,
    azExtension(target),
    sh`az vm encryption show --resource-group ${group} --name ${name} --query status --output table`,
  ];
}

function psKey(target: EncryptedTarget, volumes: Volumes): Code[] {
  const { group, name, os, keyVaultId, keyVaultName, pass } = target;
  // Of a Linux machine the cmdlet would take a copy first, which it cannot of managed disks.
  const skip = os === 'Linux' ? ps` -SkipVmBackup` : ps``;
  const asked = ps`$app = Get-Credential -Message 'Application (client) ID, client secret'`;
  const application = pass === 'dual' ? ps` -AadClientID $app.UserName -AadClientSecret $app.GetNetworkCredential().Password` : ps``;
  return [
    psLogin(target),
    ps`$kek = Get-AzKeyVaultKey -VaultName ${keyVaultName} -Name ${KEK}`,
    ps`if (-not $kek) { $kek = Add-AzKeyVaultKey -VaultName ${keyVaultName} -Name ${KEK} -Destination Software -Size 2048 }`,
    ps`$uri = (Get-AzKeyVault -VaultName ${keyVaultName}).VaultUri`,
    ...(pass === 'dual' ? [asked] : []),
    ps`Set-AzVMDiskEncryptionExtension -ResourceGroupName ${group} -VMName ${name} -DiskEncryptionKeyVaultUrl $uri -DiskEncryptionKeyVaultId ${keyVaultId} -KeyEncryptionKeyUrl $kek.Id -KeyEncryptionKeyVaultId ${keyVaultId} -VolumeType ${volumes} -SequenceVersion (New-Guid).Guid${skip} -Force${application}`,
    ps`Get-AzVMDiskEncryptionStatus -ResourceGroupName ${group} -VMName ${name}`,
  ];
}

/**
 * Enables encryption again, with a key this time: the BEK is then wrapped by a KEK. Nothing is decrypted, so it
 * serves a Linux OS disk too; and no other volumes than those encrypted already are named. Source: the FAQ of Azure Disk Encryption.
 * Throws UnwritableValueError. `target` may name an Entra application in PowerShell alone: az 2.74 deallocates such a machine and then fails,
 * for it does not say which one is to be updated.
 */
export function addKeyScript(...[shell, target, volumes]: ['az', SinglePass, Volumes] | ['powershell', EncryptedTarget, Volumes]): string {
  return `${untilFailure(shell, shell === 'az' ? azKey(target, volumes) : psKey(target, volumes)).text}\n`;
}

/** Decrypts every disk of a Windows machine: the first half of the article's advice. Throws UnwritableValueError. */
export function decryptScript(shell: Shell, target: EncryptedTarget): string {
  const { group, name } = target;
  const pieces =
    shell === 'az'
      ? [azLogin(target), azDecrypt(target, 'ALL')]
      : [psLogin(target), ps`Disable-AzVMDiskEncryption -ResourceGroupName ${group} -VMName ${name} -VolumeType All -Force`];
  return `${untilFailure(shell, pieces).text}\n`;
}
