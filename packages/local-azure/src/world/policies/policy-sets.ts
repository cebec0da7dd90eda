import { holdsFor } from '../authorization/access';
import type { PolicyDefinition } from './policy-definitions';
import type { WorldDocuments } from '../world';

/** A policy of an initiative, with what it is given. */
export interface PolicySetMember {
  policyDefinitionId: string;
  /** Names it within the initiative. */
  policyDefinitionReferenceId: string;
  /** Values, or expressions over the parameters of the initiative. */
  parameters: Readonly<Record<string, unknown>>;
  /** Under what it is counted; changes nothing. */
  groupNames: readonly string[];
}

/** An initiative: policies that are assigned as one. */
export interface PolicySet extends Omit<PolicyDefinition, 'mode' | 'policyRule'> {
  members: readonly PolicySetMember[];
  /** Of members, by name; they change nothing. */
  groups: readonly unknown[];
}

export const POLICY_SET_TYPE = 'Microsoft.Authorization/policySetDefinitions';

/** ARM id, with the scope and the name as given. */
export const policySetId = ({ scope, name }: Pick<PolicySet, 'scope' | 'name'>): string => `${scope}/providers/${POLICY_SET_TYPE}/${name}`;

/** Initiatives by id in lower case. Of those that come with Azure none is known: they bring hundreds of policies. */
export const policySets = (world: WorldDocuments) => world.documents<PolicySet>('policy-sets');

/** The initiative with an id, in any case. */
export const findPolicySet = (world: WorldDocuments, id: string): PolicySet | undefined => policySets(world).get(id.toLowerCase());

/** Those that somebody made at a scope or above. */
export const policySetsDefinedFor = (world: WorldDocuments, scope: string): readonly PolicySet[] =>
  policySets(world)
    .list()
    .filter((one) => holdsFor(world, one.scope, scope));
