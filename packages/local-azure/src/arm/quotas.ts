import type { ProviderThrottle, QueryQuota } from './provider-throttle';
import type { ArmAnswer, ArmCall, ArmQuery } from './route';
import { kindOf } from './throttle';
import type { Throttle } from './throttle';

const MACHINE = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/]+/i;

/** Counts what is done with a machine; undefined where it is about something else. @throws ArmError 429 */
export function machineQuota(providers: ProviderThrottle, method: string, path: string): string | undefined {
  const [vmId] = MACHINE.exec(path) ?? [];
  return vmId && providers.takeMachine(vmId, kindOf(method) === 'reads');
}

const FULL: QueryQuota = { remaining: 14, resetsAfter: 5 };

const headersOf = ({ remaining, resetsAfter }: QueryQuota) => ({
  'x-ms-user-quota-remaining': String(remaining),
  'x-ms-user-quota-resets-after': `00:00:0${resetsAfter}`,
});

/** Answers a query of Resource Graph while the user has any left; its answers say how many. */
export async function withinQuota(call: ArmCall, throttle: Throttle | undefined, query: ArmQuery['query']): Promise<ArmAnswer> {
  const quota = throttle?.providers?.takeQuery(call.principal.objectId);
  if (quota?.refused) return throttled(call, quota);
  const answer = await query(call);
  return answer.status === 200 ? { ...answer, headers: { ...headersOf(quota ?? FULL), ...answer.headers } } : answer;
}

function throttled({ world, correlationId }: ArmCall, quota: QueryQuota): ArmAnswer {
  const timestamp = new Date(world.clock.now()).toISOString();
  const message = `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${correlationId}.`;
  const reason =
    'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.';
  return {
    status: 429,
    headers: headersOf(quota),
    body: { error: { code: 'RateLimiting', message, details: [{ code: 'RateLimiting', message: reason }] } },
  };
}
