import type { Source } from './rule';
import * as sources from './sources';

/**
 * What a delegation by Azure Lighthouse does not reach, whatever roles it gives. Keys and secrets: requests that a key vault itself answers, and
 * not Resource Manager, are not supported. Giving roles: neither Owner nor a role with data actions nor a custom one can be delegated.
 */
export const DELEGATION_LIMITS = [
  { id: 'keys-and-secrets', source: sources.LIGHTHOUSE },
  { id: 'giving-roles', source: sources.LIGHTHOUSE_ROLES },
] as const satisfies readonly { id: string; source: Source }[];

export type DelegationLimit = (typeof DELEGATION_LIMITS)[number]['id'];
