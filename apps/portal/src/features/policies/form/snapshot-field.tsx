import { POLICY_LIMITS, snapshotDays } from '@tresor/support-matrix';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { TextField } from '../../../ui/fields/fields';
import { fieldId, useFault } from './fault-context';
import { messages } from '../messages';
import { scheduleOf, snapshotDaysOf } from './policy-form';

/** How long snapshots stay beside the disks; in January 2017 there was nothing to choose. */
export function SnapshotField() {
  const text = useText();
  const edition = useEdition();
  const { control, setValue } = useFormContext<PolicyForm>();
  const form = useWatch({ control, compute: (form: PolicyForm) => form });
  const fault = useFault('snapshotDays');
  const { min, max } = snapshotDays(form.kind, scheduleOf(form));
  if (POLICY_LIMITS[edition].kinds.length === 1 && fault === undefined) return null;
  const isFixed = min === max;
  return (
    <TextField
      id={fieldId('snapshotDays')}
      label={text(messages.snapshotDays)}
      hint={text(isFixed ? messages.snapshotFixed : messages.snapshotRange, { min, max })}
      error={fault}
      value={isFixed ? String(min) : (form.snapshotDays ?? String(snapshotDaysOf(form)))}
      onChange={(_, { value }) => setValue('snapshotDays', value)}
      readOnly={isFixed}
      inputMode="numeric"
      autoComplete="off"
      maxLength={2}
    />
  );
}
