import { holdsFor, isWithin } from '../authorization/access';
import { delayOf } from '../time/delays';
import { untilChanged } from '../state/until-changed';
import type { World, WorldDocuments } from '../world';

/** That an assignment does not hold at a scope, for a while or for good. */
export interface PolicyExemption {
  /** The last segment of its id. */
  name: string;
  /** ARM id at which, and below which, it exempts. */
  scope: string;
  policyAssignmentId: string;
  /** Of an initiative those that it is about; empty: all. */
  policyDefinitionReferenceIds: readonly string[];
  exemptionCategory: 'Waiver' | 'Mitigated';
  displayName?: string;
  description?: string;
  /** Milliseconds since 1970, UTC; absent: for good. */
  expiresOn?: number;
  createdAt: number;
  createdBy: string;
  /** From when on it counts, where that is later than its creation. */
  countsFrom?: number;
}

export const POLICY_EXEMPTION_TYPE = 'Microsoft.Authorization/policyExemptions';

/** ARM id, with the scope and the name as given. */
export const policyExemptionId = ({ scope, name }: Pick<PolicyExemption, 'scope' | 'name'>): string =>
  `${scope}/providers/${POLICY_EXEMPTION_TYPE}/${name}`;

const stored = (world: WorldDocuments) => world.documents<PolicyExemption>('policy-exemptions');

const keyOf = (place: Pick<PolicyExemption, 'scope' | 'name'>) => policyExemptionId(place).toLowerCase();

/** By scope and name in any case. */
export const findPolicyExemption = (world: WorldDocuments, place: Pick<PolicyExemption, 'scope' | 'name'>): PolicyExemption | undefined =>
  stored(world).get(keyOf(place));

export const policyExemptions: (world: WorldDocuments, key: string) => readonly PolicyExemption[] = untilChanged((world) =>
  stored(world).list(),
);

/** Exempts from an assignment, which counts when Azure has come round to it. */
export function exempt(world: World, exemption: PolicyExemption): void {
  const key = keyOf(exemption);
  const delay = delayOf(world, 'policy-assignments', key);
  stored(world).put(key, delay > 0 ? { ...exemption, countsFrom: world.clock.now() + delay } : exemption);
}

/** False where there is none. */
export const takeExemption = (world: WorldDocuments, place: Pick<PolicyExemption, 'scope' | 'name'>): boolean =>
  stored(world).delete(keyOf(place));

/** Forgets what was exempted at what is gone, and below it. */
export function forgetExemptionsAt(world: WorldDocuments, id: string): void {
  for (const exemption of stored(world).list()) if (isWithin(exemption.scope, id)) stored(world).delete(keyOf(exemption));
}

/** Whether an ARM id is exempt at this moment from an assignment, or from one policy of an initiative. */
export function isExempt(world: World, id: string, assignmentId: string, referenceId: string | undefined): boolean {
  const now = world.clock.now();
  return policyExemptions(world, '').some((one) => {
    const { policyAssignmentId, policyDefinitionReferenceIds: members, expiresOn = Number.POSITIVE_INFINITY, countsFrom = 0 } = one;
    if (policyAssignmentId.toLowerCase() !== assignmentId.toLowerCase() || now < countsFrom || expiresOn <= now) return false;
    const isMeant = members.length === 0 || members.some((member) => member.toLowerCase() === referenceId?.toLowerCase());
    return isMeant && holdsFor(world, one.scope, id);
  });
}
