import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Express } from 'express';
import { pino } from 'pino';
import { createAzure } from '../../azure/connection/azure';
import { CLOUDS } from '../../clouds';
import type { Config } from '../../config';
import { Readiness } from '../../http/health';
import { openServices } from '../../routes/open-services';
import { createServer } from '../../server';
import type { OnBehalfOf } from '../../session/on-behalf-of';
import type { Principal } from '../../session/principal';
import type { Stores } from '../../store/stores';
import type { OnceTimes } from '../../workflows/once/command';
import { enter, type Answer, type Question } from './enter';
import type { Life } from './life';

const PACE = { firstGap: 1_000, gapPerMachine: 15, longestGap: 15_000 };
const FRESH_MS = 1_000;
const HOST = 'localhost:4280';
const SETTINGS: Config = {
  mode: 'local',
  cloud: CLOUDS.public,
  host: '127.0.0.1',
  port: 4280,
  publicOrigin: `http://${HOST}`,
  dataDir: '',
  portalDir: undefined,
  databaseUrl: undefined,
  review: undefined,
  requestsPerMinute: 100_000,
  reasonRequired: false,
  auditDays: 400,
  auditLog: undefined,
  auditRole: undefined,
  evidenceKey: undefined,
  trustedProxies: [],
  security: undefined,
  telemetry: undefined,
  tenantId: '',
  portalClientId: '',
  apiClientId: '',
  credential: { kind: 'secret', secret: 'of the simulation' },
  authority: 'https://login.microsoftonline.com/tenant',
  authorityMetadata: undefined,
  issuer: '',
  jwksUrl: '',
  azureUrl: undefined,
};
const silent = pino({ level: 'silent' });
const report = () => undefined;

/** Who asks, and the tokens that person gets for Azure. */
export interface SimulatedPerson {
  principal: () => Promise<Principal>;
  onBehalfOf: OnBehalfOf;
}

/** What decides over orders a process reaches only while it lives. */
const reachedBy = (life: Life, stores: Stores): Stores => ({
  ...stores,
  batches: life.reaching(stores.batches),
  intents: life.reaching(stores.intents),
  grants: life.reaching(stores.grants),
  restorePlans: life.reaching(stores.restorePlans),
  recoveryPlans: life.reaching(stores.recoveryPlans),
  commands: life.reaching(stores.commands),
});

/** One process of the BFF between its store and its wire; whose signature is on a token is checked elsewhere. */
export class SimulatedServer {
  readonly life: Life;
  readonly #server: Express;

  constructor(life: Life, stores: Stores, wire: HttpClient, { principal, onBehalfOf }: SimulatedPerson, times: OnceTimes) {
    this.life = life;
    const openAzure = createAzure(onBehalfOf, { transport: wire });
    const services = openServices({
      config: SETTINGS,
      stores: reachedBy(life, stores),
      openAzure,
      pace: PACE,
      freshMs: FRESH_MS,
      reportAs: () => report,
      evidenceKeys: undefined,
      onceTimes: times,
    });
    this.#server = createServer(
      SETTINGS,
      silent,
      { admit: principal, hasKeys: () => Promise.resolve(true), isOnTime: () => Promise.resolve(true) },
      services,
      new Readiness(() => Promise.resolve(undefined), FRESH_MS),
    );
  }

  /** What it answers; anyone who is dead says nothing. */
  async ask(question: Question): Promise<Answer> {
    await this.life.reach('before-request');
    const answer = await enter(this.#server, HOST, question);
    await this.life.reach('before-answer');
    return answer;
  }
}
