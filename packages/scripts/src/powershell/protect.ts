import { groupOf, nameOf } from '../key-url';
import { lines, type Section } from '../script';
import type { JourneyValues } from '../values';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';

/** Protects machines with a policy. `vmIds`: ARM ids. */
export const protectMachines = (modules: Modules, policyName: string, vmIds: readonly string[]): Code =>
  protectCode(
    modules,
    policyName,
    vmIds.map((id) => ({ name: nameOf(id), group: groupOf(id) })),
  );

function protectCode({ arm, inVault }: Modules, policyName: string, machines: readonly { name: string; group: string }[]): Code {
  return lines(
    ps`$policy = Get-${arm}RecoveryServicesBackupProtectionPolicy -Name ${policyName}${inVault}`,
    ...machines.map(
      ({ name, group }) =>
        ps`Enable-${arm}RecoveryServicesBackupProtection -Policy $policy -Name ${name} -ResourceGroupName ${group}${inVault} | Out-Null`,
    ),
  );
}

/** Protects the new machine, unless a vault does already; in 2017 Azure is asked by enabling. */
export function protectAgain(modules: Modules, { machine, policyName }: JourneyValues): Section {
  const { name, group } = machine;
  const protect = protectCode(modules, policyName, [machine]);
  if (modules.is2017) return { says: 'protectAgain', code: protect };
  const status = ps`(Get-AzRecoveryServicesBackupStatus -Name ${name} -ResourceGroupName ${group} -Type AzureVM).BackedUp`;
  return { says: 'protectAgain', code: lines(ps`if (-not ${status}) {`, protect, ps`}`) };
}
