import { translated } from '../azure/connection/failures';
import { deletePolicy, updatePolicy } from '../azure/policies/change-policy';
import { createPolicy, listPolicies } from '../azure/policies/policies';
import { listPolicyPoints } from '../azure/policies/policy-points';
import { api } from './api';

export const policies = {
  list: api.policies.list.handler(({ context, input }) => translated('vault-not-found', listPolicies(context.azure, input))),
  create: api.policies.create.handler(({ context, input }) =>
    translated('vault-not-found', createPolicy(context.azure, input, input.policy)),
  ),
  update: api.policies.update.handler(({ context, input }) => translated('policy-not-found', updatePolicy(context.azure, input, input))),
  points: api.policies.points.handler(({ context, input }) =>
    translated('vault-not-found', listPolicyPoints(context.azure, input, input.policyName)),
  ),
  delete: api.policies.delete.handler(({ context, input }) =>
    translated('policy-not-found', deletePolicy(context.azure, input, input.policyName)),
  ),
};
