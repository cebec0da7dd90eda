import { groupOf, nameOf } from '../key-url';
import { lines, type Section } from '../script';
import type { RestoreValues } from '../values';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';

/** Protects machines, given by name and group, with a policy. */
export function protectCode(
  { arm, inVault }: Modules,
  policyName: string,
  machines: readonly (readonly [name: string, group: string])[],
): Code {
  return lines(
    ps`$policy = Get-${arm}RecoveryServicesBackupProtectionPolicy -Name ${policyName}${inVault}`,
    ...machines.map(
      ([name, group]) =>
        ps`Enable-${arm}RecoveryServicesBackupProtection -Policy $policy -Name ${name} -ResourceGroupName ${group}${inVault} | Out-Null`,
    ),
  );
}

export const ofId = (id: string) => [nameOf(id), groupOf(id)] as const;

/** Protects the new machine, unless a vault does already; in 2017 Azure is asked by enabling. */
export function protectAgain(modules: Modules, { machine, policyName }: RestoreValues): Section {
  const { name, group } = machine;
  const protect = protectCode(modules, policyName, [[name, group]]);
  if (modules.is2017) return { says: 'protectAgain', code: protect };
  const status = ps`(Get-AzRecoveryServicesBackupStatus -Name ${name} -ResourceGroupName ${group} -Type AzureVM).BackedUp`;
  return { says: 'protectAgain', code: lines(ps`if (-not ${status}) {`, protect, ps`}`) };
}
