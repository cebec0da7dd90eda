import { groupOf, nameOf } from '../key-url';
import { lines, type Section } from '../script';
import type { JourneyValues } from '../values';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';

/** Protects machines with a policy, each unless a vault does already. `vmIds`: ARM ids. */
export const protectMachines = (modules: Modules, policyName: string, vmIds: readonly string[]): Code =>
  protectCode(
    modules,
    policyName,
    vmIds.map((id) => ({ name: nameOf(id), group: groupOf(id) })),
  );

/** In 2017 Azure is asked by enabling. */
function protectCode({ is2017, arm, inVault }: Modules, policyName: string, machines: readonly { name: string; group: string }[]): Code {
  const enable = machines.map(({ name, group }) => {
    const place = ps`-Name ${name} -ResourceGroupName ${group}`;
    const code = ps`Enable-${arm}RecoveryServicesBackupProtection -Policy $policy ${place}${inVault} | Out-Null`;
    return is2017 ? code : ps`if (-not (Get-AzRecoveryServicesBackupStatus ${place} -Type AzureVM).BackedUp) { ${code} }`;
  });
  return lines(ps`$policy = Get-${arm}RecoveryServicesBackupProtectionPolicy -Name ${policyName}${inVault}`, ...enable);
}

export const protectAgain = (modules: Modules, { machine, policyName }: JourneyValues): Section => ({
  says: 'protectAgain',
  code: protectCode(modules, policyName, [machine]),
});
