import { lines, type Section } from '../script';
import type { RestoreValues } from '../values';
import { sh } from '../writing';
import { machineIdOf } from './machine';

/** Protects the new machine, unless a vault does already. */
export const protectAgain = (values: RestoreValues): Section => ({
  says: 'protectAgain',
  code: lines(
    sh`machine=${machineIdOf(values)}`,
    sh`if [ -z "$(az backup protection check-vm --vm "$machine" --output tsv)" ]; then`,
    sh`  az backup protection enable-for-vm "\${vault[@]}" --vm "$machine" --policy-name ${values.policyName} --output none`,
    sh`fi`,
  ),
});
