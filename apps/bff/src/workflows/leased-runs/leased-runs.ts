import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../caches';
import type { AzureSession, OpenAzure } from '../../azure/connection/azure';
import { LeaseLost } from '../../lease-lost';
import { pause } from '../../pause';
import { Problem } from '../../problem';
import { endWorker, newWorker } from '../../store/workers';

/** Another server takes over what a dead one has left within ten seconds: its lease, and a page that asks every second. */
const LEASE_MS = 5_000;
const LEASE_RENEWAL_MS = 1_500;
const LOST = -Infinity;
/** A store that does not answer gives a run to nobody else: it goes on once it does. */
const SILENT: ReadonlySet<string> = new Set(['store-unavailable', 'store-timeout', 'store-replaced', 'store-other-version']);

const isSilence = (error: unknown) => error instanceof Problem && SILENT.has(error.code);

type Work<Lease> = (run: LeasedRun<Lease>) => Promise<void>;

/** What holds each run alone, among all tabs and processes. */
interface LeaseStore<Lease extends { fence: number }> {
  lease(id: string, worker: string, milliseconds: number, from?: string): Promise<Lease | undefined>;
  release(id: string, worker: string): Promise<void>;
}

/** A run that goes on here. */
interface Held<Lease> {
  lease: Lease;
  /** Until when it is certain that nobody else has it, by the clock that nobody can set; in the past for good once it is lost. */
  until: number;
  ended: AbortController;
}

/** A run as it was begun. */
interface Begun<Lease> {
  first: AzureSession;
  work: Work<Lease>;
  failed: (error: unknown) => void;
  /** When a person or the end of the process ends it. */
  signal: AbortSignal;
}

/** What a run is given: its lease, when to end, and somebody's way to Azure with the newest token that person came with. */
export interface LeasedRun<Lease> {
  lease: Lease;
  signal: AbortSignal;
  azure: () => AzureSession;
  /** Told why the sign-in does not reach: where Azure wants more proof of who it is, who goes on with the run is asked for that. */
  wantsProof: (problem: Problem) => void;
}

/**
 * Runs that outlive the request and the browser tab, each in somebody's name, whose token is kept in memory alone: a run goes on until it
 * is at its end or the token is, and another process goes on with the token of the person who asks it to.
 */
export class LeasedRuns<Lease extends { fence: number }> {
  /** The name under which it holds what goes on here. */
  readonly worker = newWorker();
  readonly #store: LeaseStore<Lease>;
  readonly #openAzure: OpenAzure;
  readonly #report: (error: unknown) => void;
  readonly #stopped = new AbortController();
  readonly #sessions = new Map<string, AzureSession>();
  readonly #ends = new Map<string, () => Promise<void>>();
  readonly #held = new Map<string, Held<Lease>>();
  /** The claims that Azure wanted of a run in vain, by its id. */
  readonly #wanted = new LRUCache<string, string>(atMost(10_000));
  /** By which tokens people were asked for them: who is asked again at each look cannot look. */
  readonly #asked = new LRUCache<string, true>(atMost(10_000));

  constructor(store: LeaseStore<Lease>, openAzure: OpenAzure, report: (error: unknown) => void) {
    this.#store = store;
    this.#openAzure = openAzure;
    this.#report = report;
  }

  /** How many go on here. */
  get size(): number {
    return this.#ends.size;
  }

  get isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** In whose name the run goes on here; undefined where it does not. */
  session(id: string): AzureSession | undefined {
    return this.#sessions.get(id);
  }

  /** Gives a run that goes on here the person's token, unless it has one that was issued later. Whether one does. */
  refresh(id: string, azure: AzureSession): boolean {
    const held = this.#sessions.get(id);
    if (!held) return false;
    if (azure.principal.issuedAt >= held.principal.issuedAt) this.#sessions.set(id, this.#sessionOf(id, azure));
    return true;
  }

  /** Whether Azure wanted more proof of the last run than its sign-in gave. */
  isProofWanted(id: string): boolean {
    return this.#wanted.has(id);
  }

  /**
   * Begins a run, unless one goes on here or elsewhere but at the worker `from`. What `work` throws is told to `failed` while the run was to go on.
   * @throws Problem `step-up-required` where Azure wanted more proof of the last run than this sign-in gives, once for each token
   */
  async begin(id: string, azure: AzureSession, work: Work<Lease>, failed: (error: unknown) => void, from?: string): Promise<void> {
    if (this.isStopped || this.#sessions.has(id) || !(await this.#proves(id, azure))) return;
    const session = this.#sessionOf(id, azure);
    const asked = performance.now();
    const lease = this.isStopped || this.#sessions.has(id) ? undefined : await this.#store.lease(id, this.worker, LEASE_MS, from);
    if (!lease || this.#sessions.has(id)) return;
    this.#sessions.set(id, session);
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#stopped.signal, ended.signal]);
    const run = this.#goOn(id, { lease, until: asked + LEASE_MS }, { first: session, work, failed, signal });
    this.#ends.set(id, () => {
      ended.abort();
      return run;
    });
  }

  async #proves(id: string, azure: AzureSession): Promise<boolean> {
    const claims = this.#wanted.get(id);
    if (claims === undefined) return true;
    const token = `${id} ${createHash('sha256').update(azure.principal.assertion).digest('base64url')}`;
    if (this.#asked.has(token)) return false;
    try {
      await azure.arm.getToken([], { claims });
    } catch (error) {
      if (error instanceof Problem && error.code === 'step-up-required') this.#asked.set(token, true);
      throw error;
    }
    this.#wanted.delete(id);
    return true;
  }

  /** Ends the run of this process where it stands. */
  async end(id: string): Promise<void> {
    await this.#ends.get(id)?.();
  }

  /** Ends all runs where they stand; the next process takes them up. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all([...this.#ends.values()].map((end) => end()));
    endWorker(this.worker);
  }

  #sessionOf(id: string, azure: AzureSession): AzureSession {
    const run = { ensureAlone: () => this.#ensureAlone(id) };
    const session = this.#openAzure(azure.principal, azure.correlationId, this.#stopped.signal, azure.span, run);
    return azure.command ? { ...session, command: azure.command } : session;
  }

  /** Does the work; where the store falls silent, again from what is written there, as another server would, while there is a sign-in. */
  async #goOn(id: string, first: Pick<Held<Lease>, 'lease' | 'until'>, of: Begun<Lease>): Promise<void> {
    let next: typeof first | undefined = first;
    try {
      while (next) {
        const error = await this.#stretch(id, { ...next, ended: new AbortController() }, of);
        if (of.signal.aborted || error === undefined || error instanceof LeaseLost) return;
        if (!isSilence(error) || this.#isSignedOut(id, of.first)) return of.failed(error);
        next = await this.#leaseAgain(id, of);
      }
    } finally {
      this.#sessions.delete(id);
      this.#ends.delete(id);
    }
  }

  /** What the work threw, if anything. */
  async #stretch(id: string, held: Held<Lease>, { first, work, signal }: Begun<Lease>): Promise<unknown> {
    const { lease, ended } = held;
    this.#held.set(id, held);
    const renewal = setInterval(() => void this.#renew(id, held).catch(() => undefined), LEASE_RENEWAL_MS);
    try {
      await work({
        lease,
        signal: AbortSignal.any([signal, ended.signal]),
        azure: () => this.#sessions.get(id) ?? first,
        wantsProof: ({ details: { claims } }) => {
          if (claims !== undefined) this.#wanted.set(id, claims);
        },
      });
      return undefined;
    } catch (error) {
      return ended.signal.aborted ? new LeaseLost() : error;
    } finally {
      ended.abort();
      clearInterval(renewal);
      this.#held.delete(id);
      // What cannot be given back now ends by itself.
      await this.#store.release(id, this.worker).catch(this.#report);
    }
  }

  /** The lease once the store answers; undefined where another server has the run by then, or it was ended. */
  async #leaseAgain(id: string, { first, failed, signal }: Begun<Lease>): Promise<Pick<Held<Lease>, 'lease' | 'until'> | undefined> {
    for (;;) {
      await pause(LEASE_RENEWAL_MS, signal).catch(() => undefined);
      if (signal.aborted) return undefined;
      const asked = performance.now();
      try {
        const lease = await this.#store.lease(id, this.worker, LEASE_MS);
        return lease && { lease, until: asked + LEASE_MS };
      } catch (error) {
        if (isSilence(error) && !this.#isSignedOut(id, first)) continue;
        failed(error);
        return undefined;
      }
    }
  }

  #isSignedOut(id: string, first: AzureSession): boolean {
    const session = this.#sessions.get(id) ?? first;
    return session.principal.expiresAt * 1_000 <= session.now().getTime();
  }

  /** Goes on only while it is certain that nobody else does. @throws Problem where the store does not answer */
  async #renew(id: string, held: Held<Lease>): Promise<void> {
    const asked = performance.now();
    const lease = await this.#store.lease(id, this.worker, LEASE_MS);
    if (lease?.fence === held.lease.fence && held.until !== LOST) {
      held.until = asked + LEASE_MS;
      return;
    }
    held.until = LOST;
    held.ended.abort();
  }

  /** A process that stood still does not know what others have done meanwhile. */
  async #ensureAlone(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (held && held.until !== LOST && performance.now() >= held.until) await this.#renew(id, held);
    if (!held || performance.now() >= held.until) throw new LeaseLost();
  }
}
