import { createHttpHeaders, RestError, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { LocalAzure } from '@tresor/local-azure';
import { isRead } from '../../azure/connection/shared-reads';
import { pause } from '../../pause';
import type { Life } from './life';
import type { Random } from './random';
import type { VirtualTime } from './virtual-time';

type Fate = 'answered' | 'lost-before' | 'lost-after' | 'failed-before' | 'failed-after' | 'hung-before' | 'hung-after';
const TROUBLE: readonly [Fate, ...Fate[]] = ['lost-before', 'lost-after', 'failed-before', 'failed-after', 'hung-before', 'hung-after'];

interface WireOptions {
  azure: LocalAzure;
  time: VirtualTime;
  random: Random;
  life: Life;
  /** Share of the requests that come to harm; reads suffer less. */
  harm: () => number;
  /** Faults that are planted in it. */
  planted: { repeatsPosts: boolean; hidesRequestId: boolean };
  leaves: (request: PipelineRequest) => Promise<void>;
  arrived: (request: PipelineRequest, status: number) => void;
  /** Azure has done what a write asked for, and nobody hears of it. */
  lost: () => void;
  trace: (line: string) => void;
}

const never = new AbortController().signal;

/** The network between a process and Azure: it delays, loses and hangs, by the numbers of the seed. */
export function openWire(options: WireOptions): HttpClient {
  const { random, life, planted } = options;
  const sendRequest = async (request: PipelineRequest): Promise<PipelineResponse> => {
    const word = isRead(request) ? 'read' : 'send';
    await life.reach(`before-${word}`);
    const harm = isRead(request) ? options.harm() / 4 : options.harm();
    const fate = random.happens(harm) ? random.one(TROUBLE) : 'answered';
    if (fate !== 'answered') options.trace(`${life.name} ${request.method} ${new URL(request.url).pathname.slice(-50)} ${fate}`);
    const signal = signalOf(request);
    if (signal.aborted) throw left();
    if (word === 'send') await options.leaves(request);
    await pause(1 + random.below(40), signal);
    if (fate === 'lost-before') throw lost(request);
    if (fate === 'failed-before') return unavailable(request);
    if (fate === 'hung-before') await pause(3_600_000, signal);
    if (planted.hidesRequestId) request.headers.set('x-ms-client-request-id', random.uuid());
    const response = await deliver(options, request);
    if (word === 'send' && fate.endsWith('-after')) options.lost();
    if (fate === 'lost-after' && planted.repeatsPosts && request.method === 'POST') await deliver(options, request);
    if (fate === 'lost-after') throw lost(request);
    if (fate === 'failed-after') return unavailable(request);
    if (fate === 'hung-after') await pause(3_600_000, signal);
    await pause(1 + random.below(40), signal);
    await life.reach(`after-${word}`);
    return response;
  };
  return { sendRequest };
}

async function deliver({ azure, time, arrived }: WireOptions, request: PipelineRequest): Promise<PipelineResponse> {
  const url = new URL(request.url);
  const text = typeof request.body === 'string' ? request.body : '';
  time.busy += 1;
  try {
    const { status, headers, body, stream } = await azure.answer({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers.toJSON(),
      body: text,
      bytes: Buffer.from(text),
      hostname: url.host,
      origin: url.origin,
    });
    arrived(request, status);
    const bodyAsText = stream ? Buffer.concat([...stream.chunks]).toString() : (body ?? null);
    return { request, status, headers: createHttpHeaders(flat(headers)), bodyAsText };
  } finally {
    time.busy -= 1;
  }
}

const flat = (headers: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));

function signalOf({ abortSignal }: PipelineRequest): AbortSignal {
  if (!abortSignal) return never;
  const controller = new AbortController();
  if (abortSignal.aborted) controller.abort();
  else abortSignal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

const left = () => new DOMException('The caller left.', 'AbortError');
const lost = (request: PipelineRequest) => new RestError('The connection was reset.', { code: 'ECONNRESET', request });
const unavailable = (request: PipelineRequest): PipelineResponse => ({
  request,
  status: 503,
  headers: createHttpHeaders(),
  bodyAsText: '{"error":{"code":"ServiceUnavailable"}}',
});
