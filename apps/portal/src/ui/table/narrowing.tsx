import { createContext, useContext, type ReactNode } from 'react';

/** Whether a list could not be read at all. */
export const ListUnread = createContext(false);

/** Choices that only narrow a list: where it could not be read they would do nothing. */
export function Narrowing({ children }: { children: ReactNode }) {
  return useContext(ListUnread) ? null : children;
}
