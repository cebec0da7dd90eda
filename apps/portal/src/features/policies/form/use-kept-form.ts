import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';

/** Every change of the form goes into the draft, so that closing the blade or reloading the page loses nothing. */
export function useKeptForm({ subscribe }: UseFormReturn<PolicyForm>, keep: (form: PolicyForm) => void): void {
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => keep(structuredClone(values)) }), [subscribe, keep]);
}
