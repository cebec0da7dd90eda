import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Express } from 'express';
import { pino } from 'pino';
import { createAzure } from '../../azure/connection/azure';
import { CLOUDS } from '../../clouds';
import type { Config } from '../../config';
import { Examinations } from '../../doctor/examinations';
import { KeptAnswers } from '../../routes/kept-answers';
import { WatchedReads } from '../../routes/watched-reads';
import { createServer } from '../../server';
import type { OnBehalfOf } from '../../session/on-behalf-of';
import type { Principal } from '../../session/principal';
import type { Stores } from '../../store/stores';
import { ProtectionService } from '../../workflows/enable-protection/protection-service';
import { RecoveryService } from '../../workflows/recovery/recovery-service';
import { VaultStorage } from '../../workflows/vaults/vault-storage';
import { RestorePlanService } from '../../workflows/restore/plan/plan-service';
import type { OnceTimes } from '../../workflows/once/command';
import { Once } from '../../workflows/once/once';
import { Audit } from '../../workflows/audit/audit';
import { Evidence } from '../../workflows/evidence/evidence';
import { CommandRecord } from '../../workflows/record/command-record';
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

/** One process of the BFF between its store and its wire; whose signature is on a token is checked elsewhere. */
export class SimulatedServer {
  readonly life: Life;
  readonly #server: Express;

  constructor(life: Life, stores: Stores, wire: HttpClient, { principal, onBehalfOf }: SimulatedPerson, times: OnceTimes) {
    this.life = life;
    const openAzure = createAzure(onBehalfOf, { transport: wire });
    const once = new Once({ intents: life.reaching(stores.intents), commands: life.reaching(stores.commands) }, times);
    const grants = life.reaching(stores.grants);
    const record = new CommandRecord(life.reaching(stores.commands), report);
    const plans = new RestorePlanService(life.reaching(stores.restorePlans), { once, grants, record }, openAzure, PACE, report);
    const recovery = new RecoveryService(
      life.reaching(stores.recoveryPlans),
      plans,
      { once, record, screens: stores.screens },
      openAzure,
      PACE,
      report,
    );
    this.#server = createServer(
      SETTINGS,
      silent,
      { admit: principal, hasKeys: () => Promise.resolve(true), isOnTime: () => Promise.resolve(true) },
      {
        openAzure,
        protection: new ProtectionService(life.reaching(stores.batches), openAzure, record, PACE, report),
        once,
        vaultStorage: new VaultStorage(stores.storageDays, report),
        plans,
        recovery,
        watchedJobs: { list: new WatchedReads(), details: new WatchedReads() },
        kept: new KeptAnswers(FRESH_MS),
        grants,
        record,
        examinations: new Examinations(SETTINGS),
        reasonRequired: SETTINGS.reasonRequired,
        audit: new Audit(undefined, record, stores.segments),
        evidence: new Evidence(undefined, record, stores.segments, recovery),
      },
      { leaving: false, keptMs: FRESH_MS, hindrance: () => Promise.resolve(undefined) },
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
