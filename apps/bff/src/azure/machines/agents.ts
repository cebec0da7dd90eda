import type { Agent } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { atMost, timedCache } from '../../caches';
import { expectBody } from '../connection/answer';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { onePerServer } from '../connection/kept';
import { UpstreamFailure } from '../connection/upstream-failure';

const PARALLEL = 8;
const FRESH_MS = 30_000;

const status = z.object({ code: z.string().nullish() });
/** How a machine runs, as far as it tells of its agent. */
export const instanceViewBody = z.object({
  vmAgent: z.object({ vmAgentVersion: z.string().nullish(), statuses: z.array(status).nullish() }).nullish(),
  statuses: z.array(status).nullish(),
});

const keptAgents = onePerServer(() => timedCache<string, { agent: Agent | null }>(FRESH_MS, atMost(20_000)));

interface AgentOfMachine {
  vmId: string;
  /** Null: nobody can say, because the machine is off, classic, gone or not to be seen. */
  agent: Agent | null;
}

/** What the agents of the machines report. Each user's answers are kept for half a minute, for that user alone; `fresh` asks again. */
export function readAgents(session: AzureSession, vmIds: string[], fresh = false): Promise<AgentOfMachine[]> {
  const known = keptAgents(session);
  return pLimit(PARALLEL).map(vmIds, async (vmId) => {
    const key = `${session.user} ${idKey(vmId)}`;
    // Anyone who asks again doubts what is kept, even if the answer never comes.
    if (fresh) known.delete(key);
    const kept = known.get(key);
    if (kept) return { vmId, agent: kept.agent };
    const agent = await readAgent(session, vmId);
    known.set(key, { agent });
    return { vmId, agent };
  });
}

/** What the agent of one machine reports now. */
export async function readAgent(session: AzureSession, vmId: string): Promise<Agent | null> {
  const vm = parseArmId(vmId);
  if (!vm || vm.type.toLowerCase() !== 'microsoft.compute/virtualmachines') return null;
  try {
    const answer = await call(session, 'read', (options) =>
      clients.compute(session, vm.subscriptionId).virtualMachines.instanceView(vm.resourceGroup, vm.name, options),
    );
    return toAgent(expectBody(instanceViewBody, answer.body));
  } catch (error) {
    if (error instanceof UpstreamFailure && (error.details.status === 403 || error.details.status === 404)) return null;
    throw error;
  }
}

/** A machine that is off has no agent to report; only a running one without is missing it. */
export function toAgent({ vmAgent, statuses }: z.infer<typeof instanceViewBody>): Agent | null {
  if (!vmAgent) return (statuses ?? []).some(({ code }) => code === 'PowerState/running') ? { state: 'missing', version: null } : null;
  const ready = (vmAgent.statuses ?? []).some(({ code }) => code?.toLowerCase() === 'provisioningstate/succeeded');
  const version = /^\d/.test(vmAgent.vmAgentVersion ?? '') ? (vmAgent.vmAgentVersion ?? null) : null;
  return { state: ready ? 'ready' : 'not-ready', version };
}
