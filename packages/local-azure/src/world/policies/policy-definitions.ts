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

/** ARM id; one that comes with Azure begins with `/providers`. */
export const policyDefinitionId = ({ scope, name }: Pick<PolicyDefinition, 'scope' | 'name'>): string =>
  `${scope}/providers/${POLICY_DEFINITION_TYPE}/${name}`;
