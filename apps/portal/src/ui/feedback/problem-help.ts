import { createContext } from 'react';

/** Where a failure is explained, given its codes, the most telling first; undefined where there is no such page. */
export const ProblemHelp = createContext<((codes: readonly string[]) => string) | undefined>(undefined);
