import { translated } from '../azure/connection/failures';
import { api } from './api';

export const evidence = {
  ofRestore: api.evidence.ofRestore.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('vault-not-found', services.evidence.ofRestore(azure, vault, jobId)),
  ),
  ofPlan: api.evidence.ofPlan.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.evidence.ofPlan(azure, planId)),
  ),
  keys: api.evidence.keys.handler(({ context: { services } }) => services.evidence.keys()),
};
