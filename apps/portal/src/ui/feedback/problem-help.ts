import { createContext, type ReactNode } from 'react';
import type { PortalProblem } from '../../api/problem-error';

/** Where a failure is explained, given its codes, the most telling first; undefined where there is no such page. */
export const ProblemHelp = createContext<((codes: readonly string[]) => string) | undefined>(undefined);

/** What has a resource provider registered that Azure misses; undefined where nothing does. */
export const ProviderHelp = createContext<((problem: PortalProblem) => ReactNode) | undefined>(undefined);
