import { ORPCError } from '@orpc/server';
import { toProblem } from '../http/answer-problem';
import { readAgents } from '../azure/machines/agents';
import { toProblem as toOurs, translated } from '../azure/connection/failures';
import { streamMachines } from '../azure/machines/machines';
import { getMachineEncryption } from '../workflows/readiness/machine-encryption';
import { api } from './api';

export const virtualMachines = {
  stream: api.virtualMachines.stream.handler(async ({ context, input }) => {
    const { azure } = context;
    const pages = await translated('subscription-not-found', streamMachines(azure, input.subscriptionId));
    return withProblems(pages, azure.correlationId);
  }),
  agents: api.virtualMachines.agents.handler(({ context, input }) =>
    translated('subscription-not-found', readAgents(context.azure, input.vmIds, input.fresh)),
  ),
  encryption: api.virtualMachines.encryption.handler(({ context, input: { edition, ...path } }) =>
    translated('virtual-machine-not-found', getMachineEncryption(context.azure, path, edition)),
  ),
};

/** Once rows are on their way a failure can only be told in the stream, as an event that carries the problem. */
async function* withProblems<T>(pages: AsyncGenerator<T, void>, correlationId: string): AsyncGenerator<T, void> {
  try {
    yield* pages;
  } catch (error) {
    const problem = toProblem(toOurs(error, 'subscription-not-found'));
    throw new ORPCError(problem.code, { status: problem.status, message: problem.code, data: problem.body(correlationId) });
  }
}
