import { lines, type Section } from '../script';
import type { JourneyValues } from '../values';
import type { Language } from '../words';
import { sh, type Code } from '../writing';
import { restoredFiles, waitForJob } from './disks';
import { removeLeftoversOfTold, renewEncryption } from './encryption';
import { bringBackKeys, keyUrls } from './keys';
import { createMachine, machineIdOf } from './machine';
import { newDisks } from './new-disks';

/** Protects a machine with a policy, unless a vault does already. `vmId`: ARM id. */
export const protectMachine = (vmId: string, policyName: string): Code =>
  lines(
    sh`machine=${vmId}`,
    sh`if [ -z "$(az backup protection check-vm --vm "$machine" --output tsv)" ]; then`,
    sh`  az backup protection enable-for-vm "\${vault[@]}" --vm "$machine" --policy-name ${policyName} --output none`,
    sh`fi`,
  );

export const protectAgain = (values: JourneyValues): Section => ({
  says: 'protectAgain',
  code: protectMachine(machineIdOf(values), values.policyName),
});

/** From the job that restores the disks to the machine that runs: what a step finds out the later ones use. */
export function endJourney(values: JourneyValues, language: Language): Section[] {
  const { keys } = values;
  return [
    waitForJob(values),
    restoredFiles(values, language),
    newDisks(values, language),
    ...(keys ? [keyUrls(keys), ...bringBackKeys(values, keys)] : []),
    ...createMachine(values, language),
    // A vault protects nothing in another region than its own. Nothing that fails from here on leaves the machine without a backup.
    ...(values.inPair ? [] : [protectAgain(values)]),
    ...(keys ? [...renewEncryption(values, keys, language), removeLeftoversOfTold(values, language)] : []),
  ];
}
