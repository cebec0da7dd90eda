import { compose, type Reader, type Script } from '../script';
import { DAY_ENDS, type BackUpNowValues, type DiskValues, type ProtectionValues, type RestoreStep, type RestoreValues } from '../values';
import type { Language } from '../words';
import { sh } from '../writing';
import { lines, type Section } from '../script';
import { askForDisks, madeRestore, restoredFiles, waitForJob } from './disks';
import { removeLeftovers, renewEncryption } from './encryption';
import { FRAME, opening, signIn, temporaryFolder } from './frame';
import { bringBackKeys, keyUrls } from './keys';
import { endJourney, protectAgain, protectMachine } from './journey';
import { createMachine } from './machine';
import { knownDisks } from './new-disks';

const restoreDisks = (values: DiskValues): Section[] => [...askForDisks(values), waitForJob(values)];

const STEPS: Record<RestoreStep, (values: RestoreValues, language: Language) => Section[]> = {
  disks: restoreDisks,
  keys: (values) => (values.keys ? [temporaryFolder, keyUrls(values.keys), ...bringBackKeys(values, values.keys)] : []),
  machine: (values, language) => [
    temporaryFolder,
    ...(values.keys ? [keyUrls(values.keys)] : []),
    madeRestore(values),
    restoredFiles(values, language),
    knownDisks(values),
    ...createMachine(values, language),
  ],
  encryption: (values, language) =>
    values.keys
      ? [
          temporaryFolder,
          keyUrls(values.keys),
          madeRestore(values),
          restoredFiles(values, language),
          knownDisks(values),
          ...renewEncryption(values, values.keys, language),
        ]
      : [],
  protection: (values) => [protectAgain(values)],
  'after-care': (values, language) =>
    values.keys ? [madeRestore(values), restoredFiles(values, language), removeLeftovers(values, language)] : [],
};

/** In one go: what a step finds out the later ones use. */
const journey = (values: RestoreValues, language: Language): Section[] => [
  temporaryFolder,
  ...askForDisks(values),
  ...endJourney(values, language),
];

export const restoreScript = (values: RestoreValues, step: RestoreStep | 'journey', reader: Reader): Script =>
  compose(FRAME, [...opening(values), ...(step === 'journey' ? journey : STEPS[step])(values, reader.language)], reader);

/** Restores the disks of a point that is only chosen so far. */
export const disksScript = (values: DiskValues, reader: Reader): Script =>
  compose(FRAME, [...opening(values), ...restoreDisks(values)], reader);

export function backUpNowScript(values: BackUpNowValues, reader: Reader): Script {
  const [year = '', month = '', day = ''] = values.retainUntil.split('-');
  const until = sh`--retain-until ${`${day}-${month}-${year}-${DAY_ENDS}`}`;
  const code = sh`az backup protection backup-now "\${item[@]}" "\${kind[@]}" ${until} --query name --output tsv`;
  return compose(FRAME, [...opening(values), { says: 'backUpNow', code }], reader);
}

export function protectionScript(
  { subscriptionId, resourceGroup, vaultName, policyName, vmIds }: ProtectionValues,
  reader: Reader,
): Script {
  const code = lines(...vmIds.map((id) => protectMachine(id, policyName)));
  return compose(FRAME, [signIn(subscriptionId, resourceGroup, vaultName), { says: 'protect', code }], reader);
}
