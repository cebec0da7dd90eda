import { holdsFor } from '../authorization/access';
import { BUILT_IN_POLICIES } from './policy-built-ins';
import { policyDefinitionId, type PolicyDefinition } from './policy-definitions';
import type { WorldDocuments } from '../world';

/** Definitions that somebody made, by id in lower case. */
export const customPolicies = (world: WorldDocuments) => world.documents<PolicyDefinition>('policy-definitions');

const builtIns = new Map(BUILT_IN_POLICIES.map((one) => [policyDefinitionId(one).toLowerCase(), one]));

/** The definition with an id, in any case. */
export const findPolicy = (world: WorldDocuments, id: string): PolicyDefinition | undefined =>
  builtIns.get(id.toLowerCase()) ?? customPolicies(world).get(id.toLowerCase());

/** Those that somebody made at a scope or above, and those that come with Azure. */
export const policiesDefinedFor = (world: WorldDocuments, scope: string): readonly PolicyDefinition[] => [
  ...BUILT_IN_POLICIES,
  ...customPolicies(world)
    .list()
    .filter((one) => holdsFor(world, one.scope, scope)),
];
