import { translated } from '../azure/failures';
import { createPolicy, listPolicies } from '../azure/policies';
import { api } from './api';

export const policies = {
  list: api.policies.list.handler(({ context, input }) => translated('vault-not-found', listPolicies(context.azure, input))),
  create: api.policies.create.handler(({ context, input }) =>
    translated('vault-not-found', createPolicy(context.azure, input, input.policy)),
  ),
};
