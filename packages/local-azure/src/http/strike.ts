import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Faults } from '../world/faults';
import { json, sendAnswer } from './exchange';
import type { HttpAnswer, HttpRequest } from './exchange';

const DRIP_PAUSE = 1000;

const errorOf = (code: string) => ({ code, message: 'This failure was armed by hand.' });

function refusal(status: number, code: string, headers: Record<string, string> = {}): HttpAnswer {
  return json(status, { error: errorOf(code) }, headers);
}

/** Accepts what is never begun, and lets an operation fail that is asked for in its place. */
function inVain({ path, query, origin }: HttpRequest, faults: Faults): HttpAnswer {
  const id = randomUUID();
  faults.arm({ operation: `/${id}$`, kind: 'failed' });
  const url = `${origin}${path}/operationsStatus/${id}?api-version=${query.get('api-version') ?? ''}`;
  return { status: 202, headers: { 'Azure-AsyncOperation': url, 'Retry-After': '1' } };
}

function instead(fault: Fault, request: HttpRequest, faults: Faults): HttpAnswer | undefined {
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
      return inVain(request, faults);
    case 'failed':
      return json(200, { status: 'Failed', error: errorOf('OperationFailed') });
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
  faults: Faults,
  work: () => Promise<HttpAnswer>,
): Promise<void> {
  const { disarmed } = faults;
  const replacement = instead(fault, request, faults);
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
