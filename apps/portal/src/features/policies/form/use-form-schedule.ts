import type { ScheduleShape } from '@tresor/support-matrix';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { scheduleOf } from './policy-form';

/** When backups run as the form stands; a number in it may not be one yet. */
export function useFormSchedule(): ScheduleShape {
  const { control } = useFormContext<PolicyForm>();
  return useWatch({ control, compute: (form: PolicyForm) => scheduleOf(form) });
}
