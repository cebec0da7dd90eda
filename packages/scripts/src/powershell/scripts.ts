import type { Dialect } from '../heading';
import { compose, type Reader, type Script, type Section } from '../script';
import { DAY_ENDS, type BackUpNowValues, type DiskValues, type ProtectionValues, type RestoreStep, type RestoreValues } from '../values';
import type { Language } from '../words';
import { ps } from '../writing';
import { modulesOf, type Modules } from './dialect';
import { askForDisks, knownDisks, madeRestore, restoredFiles, waitForJob } from './disks';
import { removeLeftovers, renewEncryption } from './encryption';
import { cleanUp, frameOf, opening, signIn, temporaryFolder } from './frame';
import { endJourney } from './journey';
import { bringBackKeys, keyUrls } from './keys';
import { createMachine } from './machine';
import { protectAgain, protectMachines } from './protect';

type PowerShell = Exclude<Dialect, 'az'>;
type Steps = Record<RestoreStep | 'journey', (modules: Modules, values: RestoreValues, language: Language) => Section[]>;

const restoreDisks = (modules: Modules, values: DiskValues): Section[] => [...askForDisks(modules, values), waitForJob(modules)];

const STEPS: Steps = {
  disks: restoreDisks,
  keys: (modules, values, language) =>
    values.keys
      ? [
          madeRestore(modules, values.jobId),
          restoredFiles(modules, values, language),
          keyUrls(values.keys),
          temporaryFolder,
          ...bringBackKeys(modules, values, values.keys),
          cleanUp,
        ]
      : [],
  machine: (modules, values, language) => [
    madeRestore(modules, values.jobId),
    restoredFiles(modules, values, language),
    temporaryFolder,
    ...(values.keys ? [keyUrls(values.keys)] : []),
    knownDisks(values),
    ...createMachine(modules, values, language),
    cleanUp,
  ],
  encryption: (modules, values, language) =>
    values.keys
      ? [
          madeRestore(modules, values.jobId),
          restoredFiles(modules, values, language),
          keyUrls(values.keys),
          knownDisks(values),
          ...renewEncryption(modules, values, values.keys, language),
        ]
      : [],
  protection: (modules, values) => [protectAgain(modules, values)],
  'after-care': (modules, values, language) =>
    values.keys ? [madeRestore(modules, values.jobId), restoredFiles(modules, values, language), removeLeftovers(modules, language)] : [],
  /** In one go: what a step finds out the later ones use. */
  journey: (modules, values, language) => [...askForDisks(modules, values), ...endJourney(modules, values, language)],
};

export function restoreScript(dialect: PowerShell, values: RestoreValues, step: RestoreStep | 'journey', reader: Reader): Script {
  const modules = modulesOf(dialect);
  return compose(frameOf(modules), [...opening(modules, values), ...STEPS[step](modules, values, reader.language)], reader);
}

/** Restores the disks of a point that is only chosen so far. */
export function disksScript(dialect: PowerShell, values: DiskValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  return compose(frameOf(modules), [...opening(modules, values), ...restoreDisks(modules, values)], reader);
}

export function backUpNowScript(dialect: PowerShell, values: BackUpNowValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  const { retainUntil } = values;
  const until = modules.is2017 ? ps`` : ps` -ExpiryDateTimeUTC ([DateTime]::SpecifyKind(${`${retainUntil}T${DAY_ENDS}`}, 'Utc'))`;
  const code = ps`Backup-${modules.arm}RecoveryServicesBackupItem -Item $item${until}${modules.inVault}`;
  return compose(frameOf(modules), [...opening(modules, values), { says: modules.is2017 ? 'backUpNow2017' : 'backUpNow', code }], reader);
}

export function protectionScript(dialect: PowerShell, values: ProtectionValues, reader: Reader): Script {
  const modules = modulesOf(dialect);
  const code = protectMachines(modules, values.policyName, values.vmIds);
  const start = signIn(modules, values.subscriptionId, values.resourceGroup, values.vaultName);
  return compose(frameOf(modules), [start, { says: 'protect', code }], reader);
}
