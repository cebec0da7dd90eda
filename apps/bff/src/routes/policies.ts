import { translated } from '../azure/connection/failures';
import { deletePolicy } from '../azure/policies/change-policy';
import { listPolicies } from '../azure/policies/policies';
import { streamPolicyPoints } from '../azure/policies/policy-points';
import { changePolicy, makePolicy } from '../workflows/policies/policy-commands';
import { api } from './api';
import { ofVault } from './of-vault';
import { withProblems } from './with-problems';

export const policies = {
  list: api.policies.list.handler(({ context, input }) => ofVault(context.azure, input, listPolicies(context.azure, input))),
  create: api.policies.create.handler(({ context, input }) =>
    translated('vault-not-found', makePolicy(context.azure, input, input.policy)),
  ),
  update: api.policies.update.handler(({ context, input }) => translated('policy-not-found', changePolicy(context.azure, input, input))),
  points: api.policies.points.handler(async ({ context, input }) => {
    const pages = await ofVault(context.azure, input, streamPolicyPoints(context.azure, input, input.policyName));
    return withProblems(pages, 'vault-not-found', context);
  }),
  delete: api.policies.delete.handler(({ context, input }) =>
    translated('policy-not-found', deletePolicy(context.azure, input, input.policyName)),
  ),
};
