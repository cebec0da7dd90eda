import { useMemo, useState } from 'react';
import { get, type UseFormReturn, useFormState, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { messages as uiMessages } from '../../../ui/messages';
import { faultMessages, serverFaults } from '../messages';
import { faultsOf, fieldOf, type FormField, policyOf } from './policy-form';
import type { Refusal } from './use-save-policy';

export interface ShownFault {
  field: FormField;
  words: string;
}

const refusalMessages: Readonly<Record<string, Message>> = serverFaults;

/** Places of the form a refusal of the server belongs to. */
function fieldsOf({ code, fields }: Refusal['problem']): FormField[] {
  if (code === 'policy-name-taken') return ['name'];
  return fields && fields.length > 0 ? fields.map(fieldOf) : ['retention'];
}

/** Numbers, in whose fields letters can be typed. */
const NUMBERS = ['forHours', 'daily.count', 'weekly.count', 'monthly.count', 'yearly.count'] as const;

/** The faults to show: before the first try those of numbers that were left, from then on all of the form as it is, and what the server refused. */
export function useFormFaults(form: UseFormReturn<PolicyForm>, refusal: Refusal | null) {
  const text = useText();
  const edition = useEdition();
  const values = useWatch({ control: form.control, compute: (form: PolicyForm) => form });
  const { touchedFields } = useFormState({ control: form.control });
  const left = NUMBERS.filter((number) => get(touchedFields, number) === true).join();
  const [tried, setTried] = useState(0);

  const own = useMemo(() => faultsOf(values, edition), [values, edition]);
  const faults = useMemo<ShownFault[]>(() => {
    const isShown = (field: FormField) => tried > 0 || left.split(',').includes(field);
    const shown = own
      .filter(({ formField }) => isShown(formField))
      .map(({ formField, code, limits }) => ({
        field: formField,
        words: text(faultMessages[code], { min: limits?.min ?? 0, max: limits?.max ?? 0 }),
      }));
    const refused = refusal !== null && JSON.stringify(refusal.policy) === JSON.stringify(policyOf(values));
    if (!refused) return shown;
    const { code, azureMessage } = refusal.problem;
    const ours = text(refusalMessages[code] ?? serverFaults['invalid-request']);
    const words = azureMessage === undefined ? ours : `${ours} ${text(uiMessages.azureSays)} “${azureMessage}”`;
    return [...shown, ...fieldsOf(refusal.problem).map((field) => ({ field, words }))];
  }, [left, own, refusal, text, tried, values]);

  return {
    faults,
    /** How often it was tried; each try puts the focus on the summary again. */
    tried,
    /** Shows what is wrong and says whether anything is. */
    show: () => {
      setTried(tried + 1);
      return own.length > 0;
    },
  };
}
