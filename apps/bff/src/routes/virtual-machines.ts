import { readAgents } from '../azure/machines/agents';
import { translated } from '../azure/connection/failures';
import { streamMachines, type MachinesOf, type WrittenPage } from '../azure/machines/machines';
import { getMachineEncryption } from '../workflows/readiness/machine-encryption';
import { api, type RouteContext } from './api';
import { withProblems } from './with-problems';

/** Each page as the contract has it, around rows that are written already. */
async function* messagesOf(pages: AsyncGenerator<WrittenPage, void>): AsyncGenerator<Buffer[], void> {
  for await (const { total, rows } of pages) yield [Buffer.from(`{"total":${total},"rows":`), rows, Buffer.from('}')];
}

/** The pages leave as messages. */
async function* none(): AsyncGenerator<never, void> {}

async function stream(context: RouteContext, of: MachinesOf): Promise<AsyncGenerator<never, void>> {
  const pages = await translated('subscription-not-found', streamMachines(context.azure, of));
  context.outcome.messages = messagesOf(withProblems(pages, 'subscription-not-found', context));
  return none();
}

export const virtualMachines = {
  stream: api.virtualMachines.stream.handler(({ context, input }) => stream(context, input)),
  streamAll: api.virtualMachines.streamAll.handler(({ context, input }) => stream(context, input)),
  agents: api.virtualMachines.agents.handler(({ context, input }) =>
    translated('subscription-not-found', readAgents(context.azure, input.vmIds, input.fresh)),
  ),
  encryption: api.virtualMachines.encryption.handler(({ context, input: { edition, ...path } }) =>
    translated('virtual-machine-not-found', getMachineEncryption(context.azure, path, edition)),
  ),
};
