import type { SealedEvidence } from '@tresor/contracts';
import { translated } from '../azure/connection/failures';
import type { SealedBytes } from '../workflows/evidence/seal';
import { api, type Outcome } from './api';

/** Its bytes are what was checked and signed: they are answered as they are. What goes on record of it is its seal. */
async function answered(outcome: Outcome, drawn: Promise<SealedBytes>): Promise<SealedEvidence> {
  const { seal, json } = await drawn;
  outcome.json = json;
  return { seal, records: [] };
}

export const evidence = {
  ofRestore: api.evidence.ofRestore.handler(({ context: { azure, services, outcome }, input: { jobId, ...vault } }) =>
    answered(outcome, translated('vault-not-found', services.evidence.ofRestore(azure, vault, jobId))),
  ),
  ofPlan: api.evidence.ofPlan.handler(({ context: { azure, services, outcome }, input: { planId } }) =>
    answered(outcome, translated('recovery-plan-not-found', services.evidence.ofPlan(azure, planId))),
  ),
  keys: api.evidence.keys.handler(({ context: { services } }) => services.evidence.keys()),
};
