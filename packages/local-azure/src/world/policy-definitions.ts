import { holdsFor } from './access';
import { BUILT_IN_POLICIES } from './policy-built-ins';
import type { WorldDocuments } from './world';

export interface PolicyParameter {
  type: string;
  defaultValue?: unknown;
  allowedValues?: readonly unknown[];
  metadata?: Readonly<Record<string, unknown>>;
}

/** What a policy looks at and what becomes of what it finds. */
export interface PolicyDefinition {
  /** The last segment of its id. */
  name: string;
  /** ARM id at which it was defined: a subscription or a management group; empty for what comes with Azure. */
  scope: string;
  displayName: string;
  description: string;
  category: string;
  version: string;
  mode: 'All' | 'Indexed';
  parameters: Readonly<Record<string, PolicyParameter>>;
  policyRule: unknown;
}

export const POLICY_DEFINITION_TYPE = 'Microsoft.Authorization/policyDefinitions';

export const policyDefinitionId = ({ scope, name }: Pick<PolicyDefinition, 'scope' | 'name'>): string =>
  `${scope}/providers/${POLICY_DEFINITION_TYPE}/${name}`;

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
