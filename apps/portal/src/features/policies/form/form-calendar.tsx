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

/** What a form asks for; null while something in it is wrong. */
export function useFormPlan() {
  const edition = useEdition();
  const { control } = useFormContext<PolicyForm>();
  const form = useDeferredValue(useWatch({ control, compute: (form: PolicyForm) => form }));
  const zone = useIanaZone(form.timeZone);
  // Typing a name changes nothing of the plan.
  const said = JSON.stringify({ ...policyOf(form), name: SOME_NAME });
  return useMemo(() => {
    const policy = readBack<ReturnType<typeof policyOf>>(said);
    return zone === null || checkPolicy(policy, edition).length > 0 ? null : planOf(policy, zone);
  }, [said, edition, zone]);
}

export function FormCalendar() {
  return <CalendarSection plan={useFormPlan()} />;
}
