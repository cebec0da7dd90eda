import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { CLOUDS, type Cloud } from '../../clouds';
import type { OnBehalfOf } from '../../session/on-behalf-of';
import { userKey, type Principal } from '../../session/principal';
import type { OpenSpan, Telemetry } from '../../telemetry/telemetry';
import { withinBounds } from './answer-size';
import { AzureTime } from './azure-time';
import { Breakers } from './breakers';
import type { CommandInHand } from './command-in-hand';
import { FRESH_MS, isRead, SharedReads } from './shared-reads';
import { SubscriptionLimiters, type Limiter } from './subscription-limiters';
import { azureHttpClient, loopbackHttpClient } from './transport';
import { WatchedCalls } from './watch-calls';

/** One user's way to Azure for one request: whose token, which wires, until when. */
export interface AzureSession {
  /** The same for all sessions of a server. */
  server: object;
  user: string;
  principal: Principal;
  correlationId: string;
  signal: AbortSignal;
  /** Under which the calls are told of, where somebody watches. */
  span: OpenSpan | undefined;
  /** Without one the session only reads. */
  command?: CommandInHand;
  /** Whose services are asked, and no other's. */
  cloud: Cloud;
  httpClient: HttpClient;
  /** Tokens for ARM, Graph and the data planes; what scope or tenant a challenge asks for is not heard. */
  arm: TokenCredential;
  graph: TokenCredential;
  keyVault: TokenCredential;
  storage: TokenCredential;
  limiter(subscriptionId: string): Limiter;
  /** From here on the user reads what is there now. */
  forget(): void;
  /** How many writes of the user, in all requests, have ended. */
  writes(): number;
  /** What time it is at Azure. */
  now(): Date;
}

/** A run that nobody waits for, and that may have ended here without knowing. */
interface RunAlone {
  /** Settles while it is certain that nobody else goes on with it. @throws LeaseLost */
  ensureAlone(): Promise<void>;
}

export type OpenAzure = (principal: Principal, correlationId: string, signal: AbortSignal, span?: OpenSpan, run?: RunAlone) => AzureSession;

const transportTo = (azureUrl: string | undefined, cloud: Cloud): HttpClient =>
  withinBounds(azureUrl === undefined ? azureHttpClient() : loopbackHttpClient(azureUrl, cloud));

/** What changes something leaves only for a run that is still alone; it may have waited for its turn, or for its next try. */
const whileAlone = (run: RunAlone, inner: HttpClient): HttpClient => ({
  async sendRequest(request) {
    if (!isRead(request)) await run.ensureAlone();
    return inner.sendRequest(request);
  },
});

interface AzureOptions {
  cloud?: Cloud;
  /** Where Local Azure listens; without it Azure is asked under its own names. */
  azureUrl?: string | undefined;
  /** Instead of the one to either. */
  transport?: HttpClient | undefined;
  /** How long an answer serves others that ask the same. */
  freshMs?: number | undefined;
  telemetry?: Telemetry | undefined;
}

/** The one way to Azure. Cloud and local differ in the transport alone. */
export function createAzure(
  onBehalfOf: OnBehalfOf,
  { cloud = CLOUDS.public, azureUrl, transport = transportTo(azureUrl, cloud), freshMs = FRESH_MS, telemetry }: AzureOptions = {},
): OpenAzure {
  const time = new AzureTime(cloud.graph);
  const wire = time.through(transport);
  const limiters = new SubscriptionLimiters();
  const breakers = new Breakers();
  const reads = new SharedReads(freshMs);
  const server = {};
  telemetry?.watch('tresor.azure.calls.active', () => [{ value: limiters.load().active }]);
  telemetry?.watch('tresor.azure.calls.waiting', () => [{ value: limiters.load().waiting }]);
  telemetry?.watch('tresor.azure.writes.waiting', () => [{ value: limiters.load().writesWaiting }]);
  telemetry?.watch('tresor.azure.circuits.open', () => [{ value: breakers.open }]);
  return (principal, correlationId, signal, span, run) => {
    const user = userKey(principal);
    const calls = telemetry && span && new WatchedCalls(telemetry, span, correlationId);
    const credential = (scope: string): TokenCredential => ({
      async getToken(_scopes, options) {
        const { token, expiresAt } = await onBehalfOf(principal, scope, options?.claims, calls?.exchange);
        return { token, expiresOnTimestamp: expiresAt };
      },
    });
    const watched = calls?.through(wire) ?? wire;
    const sent = run ? whileAlone(run, watched) : watched;
    const paced = breakers.before(
      reads.through(limiters.through(breakers.through(sent), user, run !== undefined), user, breakers.asksAgain),
    );
    return {
      server,
      user,
      principal,
      correlationId,
      signal,
      span,
      cloud,
      httpClient: calls?.before(paced) ?? paced,
      arm: credential(`${cloud.resourceManager}/.default`),
      graph: credential(`${cloud.graph}/.default`),
      keyVault: credential(`https://${cloud.keyVaults}/.default`),
      storage: credential(`${cloud.storageAudience}/.default`),
      limiter: (subscriptionId) => limiters.limiter(user, subscriptionId),
      forget: () => reads.forget(user),
      writes: () => reads.writes(user),
      now: () => time.now(),
    };
  };
}
