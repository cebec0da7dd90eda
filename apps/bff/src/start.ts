import { createServer as createHttpServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createAzure } from './azure/connection/azure';
import { FRESH_MS } from './azure/connection/shared-reads';
import type { Config } from './config';
import { reasonOf } from './http/answer-problem';
import { BOUNDS, type Bounds } from './http/bounds';
import { Readiness, watchLoop } from './http/health';
import { Drain, DRAIN_PACE, type DrainPace } from './http/drain';
import { closeIdleOnceRead } from './http/idle-connections';
import { createLogger, type Logger } from './http/logging';
import { openServices, stopServices } from './routes/open-services';
import { createServer } from './server';
import { createOnBehalfOf } from './session/on-behalf-of';
import { createTokenAuthenticator } from './session/token-authenticator';
import { countedOrders } from './store/counted-orders';
import { inTime } from './store/in-time';
import { openEvidenceKeys } from './store/evidence-keys';
import { openStores } from './store/open-stores';
import type { Stores } from './store/stores';
import { openTelemetry } from './telemetry/open-telemetry';
import type { Telemetry } from './telemetry/telemetry';
import { watchProcess } from './telemetry/watch-process';
import type { WatchPace } from './workflows/enable-protection/run-context';
import { openAuditLog } from './workflows/record/audit-log';

/** Does it now, and not again for so long however often it is asked. */
function atMostEvery(milliseconds: number, act: () => void): () => void {
  let next = -Infinity;
  return () => {
    if (performance.now() < next) return;
    next = performance.now() + milliseconds;
    act();
  };
}

/** The server cannot listen; the message is one sentence for the person at the terminal. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface Running {
  url: string;
  /** Resolves once a request would be served; with false where the server was told to end before. */
  ready: Promise<boolean>;
  /** Is not ready any more, serves on until nobody asks, and lets those under way finish; for at most ten seconds. */
  stop(): Promise<void>;
}

interface StartOptions {
  logger?: Logger;
  pace?: WatchPace;
  /** How long what a user has read serves the same question again. */
  freshMs?: number;
  stopPace?: Partial<StopPace>;
  bounds?: Partial<Bounds>;
  /** In place of those that the settings name. */
  stores?: Stores;
  telemetry?: Telemetry;
}

export interface StopPace extends DrainPace {
  /** Requests that are not answered by then are cut off. */
  answeredMs: number;
  /** What runs has given back its leases by then, or the store does not answer. */
  endedMs: number;
}

/** With what is left to be told, and the last lines, less than the ten seconds that Docker waits. */
const STOP_PACE: StopPace = { ...DRAIN_PACE, answeredMs: 6_500, endedMs: 8_500 };
/** For what is left to be told of the server: enough for a collector that is there, however long the rest took. */
const FLUSH_MS = { longest: 2_000, least: 500 };
const TELEMETRY_COMPLAINT_MS = 60_000;
const SWEEP_MS = 10 * 60_000;

export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const { logger = createLogger(), pace = { firstGap: 1_000, gapPerMachine: 15, longestGap: 15_000 }, freshMs = FRESH_MS } = options;
  const stopPace = { ...STOP_PACE, ...options.stopPace };
  const openOurs = () =>
    openStores(
      config,
      (error) => logger.warn({ reason: reasonOf(error) }, 'the store is out of reach'),
      (sentence) => logger.warn(sentence),
    );
  const telemetry =
    options.telemetry ??
    (await openTelemetry(
      config.telemetry,
      atMostEvery(TELEMETRY_COMPLAINT_MS, () => logger.warn('telemetry is not delivered: the collector refuses it or is out of reach')),
    ));
  // What is open when the start breaks off would hold the process.
  await using broken = new AsyncDisposableStack();
  broken.defer(() => telemetry?.stop(FLUSH_MS.least));
  const patient = inTime(options.stores ?? (await openOurs()));
  const stores = telemetry ? countedOrders(patient, telemetry) : patient;
  broken.defer(() => stores.close());
  const authenticator = createTokenAuthenticator(config);
  const { cloud, azureUrl } = config;
  const openAzure = createAzure(createOnBehalfOf(config), { cloud, azureUrl, freshMs, telemetry });
  const reportAs = (sentence: string) => (error: unknown) => logger.warn({ reason: reasonOf(error) }, sentence);
  const auditLog = config.auditLog === undefined ? undefined : openAuditLog(config.auditLog, reportAs('the audit log lacks lines'));
  const evidenceKeys = openEvidenceKeys(config);
  const services = openServices({ config, stores, openAzure, pace, freshMs, reportAs, evidenceKeys, auditLog, telemetry });
  const loop = watchLoop();
  const watchedProcess = telemetry && watchProcess(telemetry);
  const readiness = new Readiness(async () => {
    if (!loop.isFree() || !(await stores.isOpen()) || !(await authenticator.hasKeys())) return 'not-ready';
    return (await authenticator.isOnTime()) ? undefined : 'server-clock-wrong';
  }, freshMs);
  const { stalledTimeout, ...bounds } = { ...BOUNDS, ...options.bounds };
  const http = createHttpServer(bounds, createServer(config, logger, authenticator, services, readiness));
  let swept = Promise.resolve();
  const sweep = async () => {
    // To a clock that is ahead everything is old: what it removed would be gone for good.
    const isOnTime = (await authenticator.hasKeys()) && (await authenticator.isOnTime());
    if (!isOnTime || readiness.leaving) return;
    swept = stores
      .sweep()
      .then((closed) => closed.forEach((segment) => auditLog?.segment(segment)), reportAs('old orders are still there'));
  };
  void sweep();
  const sweeping = setInterval(() => void sweep(), SWEEP_MS).unref();
  broken.defer(() => clearInterval(sweeping));
  closeIdleOnceRead(http, stalledTimeout);
  const drain = new Drain(http);
  await listen(http, config);
  broken.move();
  return {
    url: config.publicOrigin,
    ready: readiness.until((code) => logger.warn({ code }, 'the server is not ready yet')),
    async stop() {
      readiness.leaving = true;
      const since = performance.now();
      const leftOf = (milliseconds: number) => Math.max(0, since + milliseconds - performance.now());
      await drain.untilQuiet(stopPace);
      await drain.close(leftOf(stopPace.answeredMs));
      clearInterval(sweeping);
      const ended = Promise.all([stopServices(services), swept]);
      // A store that does not answer must not keep the server from its end.
      await Promise.race([ended, wait(leftOf(stopPace.endedMs), undefined, { ref: false })]);
      loop.stop();
      stores.close();
      watchedProcess?.stop();
      await telemetry?.stop(Math.min(FLUSH_MS.longest, Math.max(FLUSH_MS.least, leftOf(stopPace.endedMs))));
    },
  };
}

function listen(http: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
    http.listen(port, host, resolve);
  });
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new ListenError(`Port ${port} is in use by another program; choose another with TRESOR_PORT.`);
  if (error.code === 'EACCES')
    return new ListenError(`Port ${port} needs more rights than this process has; choose another with TRESOR_PORT.`);
  return new ListenError(`The server cannot listen on port ${port}: ${error.message}.`);
}
