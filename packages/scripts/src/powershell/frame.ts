import { stoppedAt } from '../heading';
import { lines, type Frame, type Section } from '../script';
import type { ItemValues } from '../values';
import { ps } from '../writing';
import type { Modules } from './dialect';

export const frameOf = ({ is2017 }: Modules): Frame => ({
  dialect: is2017 ? 'AzureRM' : 'Az',
  first: '',
  // A part of its own: pasted into a shell it leaves that with its settings, and asks the person and not the next line.
  opening: (language) =>
    lines(
      ps`& {`,
      ps`$ErrorActionPreference = 'Stop'`,
      ps`$stopped = ${stoppedAt(language)}`,
      ps`$left = ''`,
      ps`trap { [Console]::Error.WriteLine($stopped + ': ' + $doing + '. ' + $_ + $left); break }`,
    ),
  doing: (what) => ps`$doing = ${what}`,
  closing: ps`}`,
});

/** Signs in and says which vault all that follows is about. */
export function signIn({ is2017, arm }: Modules, subscriptionId: string, resourceGroup: string, vaultName: string): Section {
  const who = is2017
    ? lines(ps`Login-AzureRmAccount | Out-Null`, ps`Set-AzureRmContext -SubscriptionId ${subscriptionId} | Out-Null`)
    : lines(ps`if (-not (Get-AzContext)) { Connect-AzAccount | Out-Null }`, ps`Set-AzContext -Subscription ${subscriptionId} | Out-Null`);
  return {
    says: 'signIn',
    code: lines(
      who,
      ps`$vault = Get-${arm}RecoveryServicesVault -ResourceGroupName ${resourceGroup} -Name ${vaultName}`,
      // Told of none, the cmdlets take that which somebody set in this session.
      ps`if (-not $vault) { throw ${vaultName} }`,
      is2017 && ps`Set-AzureRmRecoveryServicesVaultContext -Vault $vault`,
    ),
  };
}

/** The protected item; of machines of one name the one of the right group. */
function item({ is2017, arm, inVault }: Modules, { vmGroup, vmName }: ItemValues): Section {
  const status = is2017 ? ps` -Status Registered` : ps``;
  const containers = ps`Get-${arm}RecoveryServicesBackupContainer -ContainerType AzureVM${status} -FriendlyName ${vmName}${inVault}`;
  const ours = ps`Where-Object { $_.Name.EndsWith(${`;${vmGroup};${vmName}`}, [StringComparison]::OrdinalIgnoreCase) }`;
  return {
    says: 'item',
    code: lines(
      ps`$container = ${containers} | ${ours}`,
      ps`if (-not $container) { throw ${vmName} }`,
      ps`$item = Get-${arm}RecoveryServicesBackupItem -Container $container -WorkloadType AzureVM${inVault}`,
    ),
  };
}

/** What every script about a machine begins with. */
export const opening = (modules: Modules, values: ItemValues): Section[] => [
  signIn(modules, values.subscriptionId, values.resourceGroup, values.vaultName),
  item(modules, values),
];

/** A folder of the signed-in user for key data; what follows stands in a `try` that `cleanUp` ends. */
export const temporaryFolder: Section = {
  says: 'temporary',
  code: lines(
    ps`$temporary = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString()))`,
    ps`if ($IsLinux -or $IsMacOS) { chmod 700 $temporary.FullName }`,
    ps`try {`,
  ),
};

export const cleanUp: Section = {
  says: 'cleanUp',
  code: lines(ps`} finally {`, ps`Remove-Item -Path $temporary.FullName -Recurse -Force`, ps`}`),
};
