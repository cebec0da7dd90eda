import { createContext, useContext } from 'react';
import type { FormField } from './policy-form';
import type { ShownFault } from './use-form-faults';

const Faults = createContext<readonly ShownFault[]>([]);
export const FaultProvider = Faults.Provider;

/** What is wrong with a field, in words; undefined when nothing is. */
export const useFault = (field: FormField): string | undefined => useContext(Faults).find((fault) => fault.field === field)?.words;

/** The id of the control or group of a field; the summary leads there. */
export const fieldId = (field: FormField): string => `policy-${field.replace('.', '-')}`;
