import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../caches';
import { KeptBytes } from '../../kept-bytes';
import { Deadline } from './deadline';
import { mayHoldKeys } from './key-material';
import { DEADLINE_MS } from './retry';

/** How long an answer of Azure serves the same question of the same user again. */
export const FRESH_MS = 1_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** Of longer answers only what is made of them is kept, elsewhere. */
const MAX_BYTES_OF_ONE = 256 * 1024;

/**
 * Identical reads of one user become one call, and its bytes answer for a moment more. The key begins with the user: nothing is ever
 * shared between two. A write of the user forgets what that user has read. Answers that may hold keys themselves are none of this.
 */
export class SharedReads {
  readonly #underWay = new Map<string, Promise<PipelineResponse>>();
  readonly #fresh: KeptBytes<PipelineResponse['headers']>;
  readonly #writes = new LRUCache<string, number>(atMost(10_000));

  constructor(freshMs: number) {
    this.#fresh = new KeptBytes(MAX_BYTES, freshMs);
  }

  /** How many writes of the user have ended. */
  writes(user: string): number {
    return this.#writes.get(user) ?? 0;
  }

  /** `alone` says of a read that nobody may wait for it, nor it for another. */
  through(inner: HttpClient, user: string, alone: (request: PipelineRequest) => boolean = () => false): HttpClient {
    return {
      sendRequest: (request) => {
        if (!isRead(request)) return inner.sendRequest(request).finally(() => this.forget(user));
        if (mayHoldKeys(request.url)) return inner.sendRequest(request);
        const key = `${user} ${request.url} ${typeof request.body === 'string' ? request.body : ''}`;
        const known = this.#fresh.get(key);
        if (known) return Promise.resolve({ request, status: 200, headers: known.head, bodyAsText: known.bytes.toString() });
        const underWay = alone(request) ? undefined : this.#underWay.get(key);
        return orAborted(underWay ?? this.#send(inner, request, key), request.abortSignal);
      },
    };
  }

  #send(inner: HttpClient, request: PipelineRequest, key: string): Promise<PipelineResponse> {
    // One caller leaving must not end the call of the others, so the shared call has a deadline of its own.
    const deadline = new Deadline(request.timeout > 0 ? request.timeout : DEADLINE_MS);
    const sending = inner.sendRequest({ ...request, abortSignal: deadline.signal }).then((response) => {
      if (response.status === 200 && this.#underWay.get(key) === sending) this.#keep(key, response);
      return response;
    });
    this.#underWay.set(key, sending);
    const settled = () => {
      deadline.done();
      if (this.#underWay.get(key) === sending) this.#underWay.delete(key);
    };
    void sending.then(settled, settled);
    return sending;
  }

  #keep(key: string, { headers, bodyAsText }: PipelineResponse): void {
    const text = bodyAsText ?? '';
    if (text.length <= MAX_BYTES_OF_ONE) this.#fresh.keep(key, text, headers);
  }

  /** What the user has read before counts no more. */
  forget(user: string): void {
    this.#writes.set(user, this.writes(user) + 1);
    const isTheirs = (key: string) => key.startsWith(`${user} `);
    this.#fresh.forget(isTheirs);
    for (const key of this.#underWay.keys()) if (isTheirs(key)) this.#underWay.delete(key);
  }
}

type RequestSignal = PipelineRequest['abortSignal'];

function orAborted<T>(promise: Promise<T>, signal: RequestSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => reject(new DOMException('The caller left.', 'AbortError'));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** POSTs that change nothing: queries of Resource Graph, questions for the jobs of a paired region, and what policies would say. */
const READING_POSTS = /^\/providers\/Microsoft\.ResourceGraph\/resources$|\/backupCrrJobs?$|\/checkPolicyRestrictions$/;

export const isRead = ({ method, url }: PipelineRequest): boolean => method === 'GET' || READING_POSTS.test(new URL(url).pathname);
