import { isStorageFailure, STORAGE_FAILURE } from '../world/state/database';
import type { HttpAnswer } from '../http/exchange';
import { kindOf } from './throttle';
import { ArmError, BareError } from './route';
import type { ArmAnswer } from './route';

const always = {
  'Cache-Control': 'no-cache',
  Pragma: 'no-cache',
  Expires: '-1',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

const globalQuota = { reads: '3749', writes: '2999', deletes: '2999' };

export interface Circumstances {
  method: string;
  /** As called. */
  path: string;
  correlationId: string;
  clientRequestId: string | undefined;
  /** Tokens left in the caller's bucket. */
  remaining: number;
}

let stamp = { second: 0, text: '' };

/** `20260203T071425Z`, made once a second. */
function stampOf(now: number): string {
  const second = Math.floor(now / 1000);
  if (stamp.second !== second) stamp = { second, text: new Date(second * 1000).toISOString().replace(/[-:]|\.\d+/g, '') };
  return stamp.text;
}

/** What some providers add about their own limits, as recorded: full buckets, for nothing here is counted by them. */
const providerQuotas: readonly [path: RegExp, kind: 'reads' | 'writes', header: string, value: string][] = [
  [/\/microsoft\.recoveryservices\/vaults\/[^/]+\/backupjobs/i, 'reads', 'x-ms-ratelimit-remaining-subscription-resource-requests', '449'],
  [/\/microsoft\.recoveryservices\/vaults\/[^/]+\/backup/i, 'reads', 'x-ms-ratelimit-remaining-subscription-resource-requests', '299'],
  [/\/microsoft\.recoveryservices\/vaults\/[^/]+\/?$/i, 'writes', 'x-ms-ratelimit-remaining-subscription-resource-requests', '799'],
  [
    /\/microsoft\.compute\//i,
    'reads',
    'x-ms-ratelimit-remaining-resource',
    'Microsoft.Compute/LowCostGetSubscriptionMaximum;23999,Microsoft.Compute/LowCostGetResource;35',
  ],
  [
    /\/microsoft\.compute\//i,
    'writes',
    'x-ms-ratelimit-remaining-resource',
    'Microsoft.Compute/UpdateVMSubscriptionMaximum;1499,Microsoft.Compute/UpdateVMResource;11',
  ],
];

/** The headers that every answer of ARM carries. Formats as recorded from the service. */
function envelope({ method, path, correlationId, clientRequestId, remaining }: Circumstances): Record<string, string> {
  const kind = kindOf(method);
  const headers: Record<string, string> = {
    ...always,
    'x-ms-request-id': correlationId,
    'x-ms-correlation-request-id': correlationId,
    'x-ms-routing-request-id': `WESTEUROPE:${stampOf(Date.now())}:${correlationId}`,
  };
  headers[`x-ms-ratelimit-remaining-subscription-${kind}`] = String(remaining);
  headers[`x-ms-ratelimit-remaining-subscription-global-${kind}`] = globalQuota[kind];
  const quota = providerQuotas.find(([pattern, of]) => of === kind && pattern.test(path));
  if (quota) headers[quota[2]] = quota[3];
  if (clientRequestId !== undefined) headers['x-ms-client-request-id'] = clientRequestId;
  return headers;
}

/** Puts an answer into ARM's envelope. Without a body there is no content type, and 204 has no length either. */
export function toHttp(answer: ArmAnswer, circumstances: Circumstances): HttpAnswer {
  const headers = Object.assign(envelope(circumstances), answer.headers);
  const body = answer.json ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
  if (body === undefined) return { status: answer.status, headers };
  headers['Content-Type'] ??= 'application/json; charset=utf-8';
  return { status: answer.status, headers, body };
}

/** Turns what a handler threw into ARM's error. What nobody foresaw is reported and shown without its reason. */
export function toFailure(error: unknown, correlationId: string): ArmAnswer {
  if (error instanceof ArmError) {
    const { status, headers, content } = error;
    return { status, headers, body: error instanceof BareError ? content : { error: content } };
  }
  if (isStorageFailure(error)) {
    return {
      status: 507,
      body: { error: { code: 'InsufficientStorage', message: STORAGE_FAILURE } },
    };
  }
  console.error(`Request ${correlationId} failed.`, error);
  return {
    status: 500,
    body: {
      error: { code: 'InternalServerError', message: `The server encountered an unexpected error. Correlation id: ${correlationId}.` },
    },
  };
}
