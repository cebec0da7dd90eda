import { compose, type Dialect, type Reader, type Script, type Section, lines } from '../script';
import type { RestoreStep } from '../steps';
import type { BackUpNowValues, DiskValues, ItemValues, ProtectionValues, RestoreValues } from '../values';
import { ps, type Code } from '../writing';
import { modulesOf, type Modules } from './dialect';
import { disksBefore, knownDisks, madeRestore, newDisks, restoreDisks, restoredFiles } from './disks';
import { removeLeftovers, renewEncryption } from './encryption';
import { cleanUp, frameOf, item, signIn, temporaryFolder } from './frame';
import { bringBackKeys, keyUrls } from './keys';
import { createMachine } from './machine';
import { groupOf, nameOf } from '../key-url';

type PowerShell = Exclude<Dialect, 'az'>;
type Steps = Record<RestoreStep | 'journey', (modules: Modules, values: RestoreValues) => Section[]>;

/** Protects machines, given by name and group, with a policy. */
function protectCode({ arm, inVault }: Modules, policyName: string, machines: readonly (readonly [name: string, group: string])[]): Code {
  return lines(
    ps`$policy = Get-${arm}RecoveryServicesBackupProtectionPolicy -Name ${policyName}${inVault}`,
    ...machines.map(
      ([name, group]) =>
        ps`Enable-${arm}RecoveryServicesBackupProtection -Policy $policy -Name ${name} -ResourceGroupName ${group}${inVault} | Out-Null`,
    ),
  );
}

const ofId = (id: string) => [nameOf(id), groupOf(id)] as const;

/** Protects the new machine, unless a vault does already; in 2017 Azure is asked by enabling. */
function protectAgain(modules: Modules, { machine, policyName }: RestoreValues): Section {
  const { name, group } = machine;
  const protect = protectCode(modules, policyName, [[name, group]]);
  if (modules.is2017) return { says: 'protectAgain', code: protect };
  const status = ps`(Get-AzRecoveryServicesBackupStatus -Name ${name} -ResourceGroupName ${group} -Type AzureVM).BackedUp`;
  return { says: 'protectAgain', code: lines(ps`if (-not ${status}) {`, protect, ps`}`) };
}

const STEPS: Steps = {
  disks: restoreDisks,
  keys: (modules, values) =>
    values.keys
      ? [
          madeRestore(modules, values),
          restoredFiles(modules, values),
          keyUrls(values.keys),
          temporaryFolder,
          ...bringBackKeys(modules, values, values.keys),
          cleanUp,
        ]
      : [],
  machine: (modules, values) => [
    madeRestore(modules, values),
    ...(values.targetGroup === null ? [restoredFiles(modules, values)] : []),
    ...(values.keys ? [keyUrls(values.keys)] : []),
    knownDisks(values),
    ...createMachine(modules, values),
  ],
  encryption: (modules, values) => (values.keys ? [keyUrls(values.keys), ...renewEncryption(modules, values, values.keys)] : []),
  protection: (modules, values) => [protectAgain(modules, values)],
  'after-care': (modules, values) =>
    values.keys ? [madeRestore(modules, values), restoredFiles(modules, values), removeLeftovers(modules)] : [],
  /** In one go: what a step finds out the later ones use. */
  journey: (modules, values) => [
    ...disksBefore(values),
    ...restoreDisks(modules, values),
    restoredFiles(modules, values),
    temporaryFolder,
    newDisks(modules, values),
    ...(values.keys ? [keyUrls(values.keys), ...bringBackKeys(modules, values, values.keys)] : []),
    ...createMachine(modules, values),
    ...(values.keys ? renewEncryption(modules, values, values.keys) : []),
    protectAgain(modules, values),
    ...(values.keys ? [removeLeftovers(modules)] : []),
    cleanUp,
  ],
};

const opening = (modules: Modules, values: ItemValues): Section[] => [
  signIn(modules, values.subscriptionId, values.resourceGroup, values.vaultName),
  item(modules, values),
];

export function restoreScript(dialect: PowerShell, values: RestoreValues, step: RestoreStep | 'journey', reader: Reader): Script {
  const modules = modulesOf(dialect);
  return compose(frameOf(modules), [...opening(modules, values), ...STEPS[step](modules, values)], reader);
}

/** Restores the disks of a point that is only chosen so far. */
export function disksScript(dialect: PowerShell, values: DiskValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  return compose(frameOf(modules), [...opening(modules, values), ...restoreDisks(modules, values)], reader);
}

export function backUpNowScript(dialect: PowerShell, values: BackUpNowValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  const { retainUntil } = values;
  const until = modules.is2017 ? ps`` : ps` -ExpiryDateTimeUTC ([DateTime]::SpecifyKind(${retainUntil}, 'Utc'))`;
  const code = ps`Backup-${modules.arm}RecoveryServicesBackupItem -Item $item${until}${modules.inVault}`;
  return compose(frameOf(modules), [...opening(modules, values), { says: modules.is2017 ? 'backUpNow2017' : 'backUpNow', code }], reader);
}

export function protectionScript(dialect: PowerShell, values: ProtectionValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  const code = protectCode(modules, values.policyName, values.vmIds.map(ofId));
  const start = signIn(modules, values.subscriptionId, values.resourceGroup, values.vaultName);
  return compose(frameOf(modules), [start, { says: 'protect', code }], reader);
}
