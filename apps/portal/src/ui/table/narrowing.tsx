import { createContext, useContext, type ComponentProps, type ReactNode } from 'react';
import { SelectField } from '../fields/fields';

/** Whether a list could not be read at all. */
export const ListUnread = createContext(false);

/** Choices that only narrow a list: where it could not be read they would do nothing. */
export function Narrowing({ children }: { children: ReactNode }) {
  return useContext(ListUnread) ? null : children;
}

/** A field with such choices. */
export function NarrowingField(props: Omit<ComponentProps<typeof SelectField>, 'orientation'>) {
  return (
    <Narrowing>
      <SelectField orientation="horizontal" {...props} />
    </Narrowing>
  );
}
