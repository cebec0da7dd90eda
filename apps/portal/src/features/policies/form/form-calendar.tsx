import type { Plan } from '@tresor/retention';
import { checkPolicy, planOf } from '@tresor/support-matrix';
import { useDeferredValue, useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { useEdition } from '../../../kept/edition';
import { useIanaZone } from '../../../language/use-zone';
import { CalendarSection } from '../calendar-section';
import { policyOf } from './policy-form';
import { readBack } from '../../../session/read-back';

/** Any name will do for the calendar. */
const SOME_NAME = 'Policy';

export interface PlanOfForm {
  /** By which it is known of which form this is. */
  said: string;
  /** Null while something in the form is wrong. */
  plan: Plan | null;
}

/** What a form says of the plan; typing a name changes nothing of that. */
export const saidOf = (form: PolicyForm): string => JSON.stringify({ ...policyOf(form), name: SOME_NAME });

/** What a form asks for, somewhat later than it is typed. */
export function useFormPlan(): PlanOfForm {
  const edition = useEdition();
  const { control } = useFormContext<PolicyForm>();
  const form = useDeferredValue(useWatch({ control, compute: (form: PolicyForm) => form }));
  const zone = useIanaZone(form.timeZone);
  const said = saidOf(form);
  return useMemo(() => {
    const policy = readBack<ReturnType<typeof policyOf>>(said);
    return { said, plan: zone === null || checkPolicy(policy, edition).length > 0 ? null : planOf(policy, zone) };
  }, [said, edition, zone]);
}

export function FormCalendar() {
  return <CalendarSection plan={useFormPlan().plan} />;
}
