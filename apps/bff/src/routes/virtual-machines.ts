import { readAgents } from '../azure/machines/agents';
import { translated } from '../azure/connection/failures';
import { streamMachines } from '../azure/machines/machines';
import { getMachineEncryption } from '../workflows/readiness/machine-encryption';
import { api } from './api';
import { withProblems } from './with-problems';

export const virtualMachines = {
  stream: api.virtualMachines.stream.handler(async ({ context, input }) => {
    const { azure } = context;
    const pages = await translated('subscription-not-found', streamMachines(azure, input.subscriptionId));
    return withProblems(pages, 'subscription-not-found', azure);
  }),
  agents: api.virtualMachines.agents.handler(({ context, input }) =>
    translated('subscription-not-found', readAgents(context.azure, input.vmIds, input.fresh)),
  ),
  encryption: api.virtualMachines.encryption.handler(({ context, input: { edition, ...path } }) =>
    translated('virtual-machine-not-found', getMachineEncryption(context.azure, path, edition)),
  ),
};
