import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Faults } from '../world/faults';
import { json, sendAnswer } from './exchange';
import type { HttpAnswer, HttpRequest } from './exchange';

const DRIP_PAUSE = 1000;

/** Where a fault strikes: what else is armed there, and what time it is. */
interface Struck {
  faults: Faults;
  now: () => number;
}

const errorOf = (code: string) => ({ code, message: 'This failure was armed by hand.' });

function refusal(status: number, code: string, headers: Record<string, string> = {}): HttpAnswer {
  return json(status, { error: errorOf(code) }, headers);
}

const CROSS_REGION = /\/backupCrossRegionRestore$/i;

/** What a paired region does has its operations beside it. */
const operationsOf = (path: string): string =>
  CROSS_REGION.test(path) ? path.replace(CROSS_REGION, '/backupCrrOperationsStatus') : `${path}/operationsStatus`;

/** Accepts what is never begun, and lets an operation end that is asked for in its place. */
function acceptOnly(
  { path, query, origin }: HttpRequest,
  { seconds = 0 }: Fault,
  { faults, now }: Struck,
  kind: 'failed' | 'succeeded',
): HttpAnswer {
  const id = randomUUID();
  faults.arm({ operation: `/${id}$`, kind, endsAt: now() + seconds * 1000 });
  const url = `${origin}${operationsOf(path)}/${id}?api-version=${query.get('api-version') ?? ''}`;
  return { status: 202, headers: { ...dated(now()), 'Azure-AsyncOperation': url, 'Retry-After': '1' } };
}

const ending = ({ endsAt = 0 }: Fault, now: number, end: object): HttpAnswer =>
  json(200, now < endsAt ? { status: 'InProgress' } : end, dated(now));

/** An answer of Azure's own is dated by the clock by which everything happens here. */
const dated = (now: number) => ({ Date: new Date(now).toUTCString() });

function instead(fault: Fault, request: HttpRequest, struck: Struck): HttpAnswer | undefined {
  const retryAfter = { 'Retry-After': String(fault.seconds ?? 1) };
  switch (fault.kind) {
    case '429':
      return refusal(429, 'TooManyRequests', retryAfter);
    case '409':
      return refusal(409, 'Conflict');
    case '500':
      return refusal(500, 'InternalServerError');
    case '503':
      return refusal(503, 'ServiceUnavailable', retryAfter);
    case '504':
      return refusal(504, 'GatewayTimeout');
    case 'in-vain':
      return acceptOnly(request, fault, struck, 'failed');
    case 'failed':
      return ending(fault, struck.now(), { status: 'Failed', error: errorOf('OperationFailed') });
    case 'without-job':
      return acceptOnly(request, fault, struck, 'succeeded');
    case 'succeeded':
      return ending(fault, struck.now(), { status: 'Succeeded' });
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html><body>Service Unavailable</body></html>' };
    case 'empty':
      return { status: 200, headers: {} };
    default:
      return undefined;
  }
}

async function drip(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  for (const piece of answer.stream?.chunks ?? answer.body ?? '') {
    if (response.destroyed) return;
    response.write(piece);
    await pause(DRIP_PAUSE);
  }
  response.end();
}

function truncate(response: ServerResponse, answer: HttpAnswer): void {
  const length = answer.stream?.length ?? Buffer.byteLength(answer.body ?? '');
  const [first = Buffer.alloc(0)] = answer.stream?.chunks ?? [Buffer.from(answer.body ?? '')];
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': length });
  response.write(first.subarray(0, length / 2), () => response.destroy());
}

/** Answers nothing as long as the fault is armed. */
function hang(response: ServerResponse, disarmed: AbortSignal): void {
  const end = () => response.destroy();
  disarmed.addEventListener('abort', end, { once: true });
  response.once('close', () => disarmed.removeEventListener('abort', end));
}

/** Lets a fault strike: in place of the work, or in how its answer is sent. */
export async function strike(
  response: ServerResponse,
  fault: Fault,
  request: HttpRequest,
  struck: Struck,
  work: () => Promise<HttpAnswer>,
): Promise<void> {
  const { disarmed } = struck.faults;
  const replacement = instead(fault, request, struck);
  if (replacement) return sendAnswer(response, replacement, true);
  if (fault.kind === 'hang') return hang(response, disarmed);
  if (fault.kind === 'reset') return void response.destroy();
  if (fault.kind === 'slow') await pause((fault.seconds ?? 1) * 1000, undefined, { signal: disarmed }).catch(() => undefined);
  const answer = await work();
  if (fault.kind === 'reset-after') return void response.destroy();
  if (fault.kind === 'truncated') return truncate(response, answer);
  if (fault.kind === 'drip') return drip(response, answer);
  return sendAnswer(response, answer, true);
}
