import { compose, type Reader, type Script } from '../script';
import type { BackUpNowValues, DiskValues, ItemValues, ProtectionValues, RestoreValues } from '../values';
import { sh } from '../writing';
import { lines, type Section } from '../script';
import { madeRestore, restoreDisks, restoredFiles } from './disks';
import { removeLeftovers, renewEncryption } from './encryption';
import { FRAME, item, signIn, temporaryFolder } from './frame';
import { bringBackKeys, keyUrls } from './keys';
import { createMachine, machineIdOf } from './machine';
import { disksBefore, knownDisks, newDisks } from './new-disks';
import type { RestoreStep } from '../steps';

const opening = (values: ItemValues): Section[] => [signIn(values.subscriptionId, values.resourceGroup, values.vaultName), item(values)];

/** Protects the new machine, unless a vault does already. */
const protectAgain = (values: RestoreValues): Section => ({
  says: 'protectAgain',
  code: lines(
    sh`machine=${machineIdOf(values)}`,
    sh`if [ -z "$(az backup protection check-vm --vm "$machine" --output tsv)" ]; then`,
    sh`  az backup protection enable-for-vm "\${vault[@]}" --vm "$machine" --policy-name ${values.policyName} --output none`,
    sh`fi`,
  ),
});

const STEPS: Record<RestoreStep, (values: RestoreValues) => Section[]> = {
  disks: restoreDisks,
  keys: (values) => (values.keys ? [temporaryFolder, keyUrls(values.keys), ...bringBackKeys(values, values.keys)] : []),
  machine: (values) => [
    temporaryFolder,
    ...(values.keys ? [keyUrls(values.keys)] : []),
    madeRestore(values),
    restoredFiles,
    knownDisks(values),
    ...createMachine(values),
  ],
  encryption: (values) => (values.keys ? [temporaryFolder, keyUrls(values.keys), ...renewEncryption(values, values.keys)] : []),
  protection: (values) => [protectAgain(values)],
  'after-care': (values) => (values.keys ? [madeRestore(values), restoredFiles, removeLeftovers(values)] : []),
};

/** From the recovery point to the machine that runs, in one go: what a step finds out the later ones use. */
function journey(values: RestoreValues): Section[] {
  const { keys } = values;
  return [
    temporaryFolder,
    ...disksBefore(values),
    ...restoreDisks(values),
    restoredFiles,
    newDisks(values),
    ...(keys ? [keyUrls(keys), ...bringBackKeys(values, keys)] : []),
    ...createMachine(values),
    ...(keys ? renewEncryption(values, keys) : []),
    protectAgain(values),
    ...(keys ? [removeLeftovers(values)] : []),
  ];
}

export const restoreScript = (values: RestoreValues, step: RestoreStep | 'journey', reader: Reader): Script =>
  compose(FRAME, [...opening(values), ...(step === 'journey' ? journey(values) : STEPS[step](values))], reader);

/** Restores the disks of a point that is only chosen so far. */
export const disksScript = (values: DiskValues, reader: Reader): Script =>
  compose(FRAME, [...opening(values), ...restoreDisks(values)], reader);

export function backUpNowScript(values: BackUpNowValues, reader: Reader): Script {
  const [year = '', month = '', day = ''] = values.retainUntil.split('-');
  const until = sh`--retain-until ${`${day}-${month}-${year}`}`;
  const code = sh`az backup protection backup-now "\${item[@]}" "\${kind[@]}" ${until} --query name --output tsv`;
  return compose(FRAME, [...opening(values), { says: 'backUpNow', code }], reader);
}

export function protectionScript(
  { subscriptionId, resourceGroup, vaultName, policyName, vmIds }: ProtectionValues,
  reader: Reader,
): Script {
  const enable = vmIds.map(
    (id) => sh`az backup protection enable-for-vm "\${vault[@]}" --policy-name ${policyName} --vm ${id} --output none`,
  );
  return compose(FRAME, [signIn(subscriptionId, resourceGroup, vaultName), { says: 'protect', code: lines(...enable) }], reader);
}
