import type { DenyingPolicy, RestoreStep } from '@tresor/contracts';
import { judgeTogether, policyJudge, type PolicyJudge } from '../../../azure/azure-policy';
import type { AzureSession } from '../../../azure/connection/azure';
import { plannedOf, type ToMake } from './planned';

export interface PoliciesAhead {
  denied: Partial<Record<RestoreStep, DenyingPolicy[]>>;
  /** Whether the user may learn of them. */
  areSeen: boolean;
}

/** Which policies (Azure Policy) will forbid what a restore makes, by the step that makes it. */
export async function policiesAhead(
  session: AzureSession,
  toMake: ToMake,
  judge: PolicyJudge = policyJudge(session),
): Promise<PoliciesAhead> {
  const planned = Object.entries(plannedOf(session, toMake));
  const judged = await Promise.all(planned.map(async ([step, things]) => ({ step, ...(await judgeTogether(judge, things)) })));
  const denied = judged.flatMap(({ step, policies }) => (policies.length === 0 ? [] : [[step, policies] as const]));
  return { denied: Object.fromEntries(denied), areSeen: judged.every(({ areSeen }) => areSeen) };
}
