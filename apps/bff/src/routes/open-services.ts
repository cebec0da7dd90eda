import type { OpenAzure } from '../azure/connection/azure';
import type { Config } from '../config';
import { Examinations } from '../doctor/examinations';
import type { EvidenceKeys } from '../store/evidence-keys';
import type { Stores } from '../store/stores';
import type { Telemetry } from '../telemetry/telemetry';
import { Audit } from '../workflows/audit/audit';
import { ProtectionService } from '../workflows/enable-protection/protection-service';
import type { WatchPace } from '../workflows/enable-protection/run-context';
import { Evidence } from '../workflows/evidence/evidence';
import type { OnceTimes } from '../workflows/once/command';
import { Once } from '../workflows/once/once';
import { recordedIn, type AuditLog } from '../workflows/record/audit-log';
import { CommandRecord } from '../workflows/record/command-record';
import { RecoveryService } from '../workflows/recovery/recovery-service';
import { RestorePlanService } from '../workflows/restore/plan/plan-service';
import { VaultStorage } from '../workflows/vaults/vault-storage';
import { KeptAnswers } from './kept-answers';
import type { Services } from './services';
import { WatchedReads } from './watched-reads';

/** What the services stand on. */
interface Ground {
  config: Config;
  stores: Stores;
  openAzure: OpenAzure;
  pace: WatchPace;
  /** How long what a user has read serves the same question again. */
  freshMs: number;
  /** Reports a failure that nobody waits for, under a sentence that says what became of it. */
  reportAs: (sentence: string) => (error: unknown) => void;
  /** Undefined: evidence is not signed. */
  evidenceKeys: EvidenceKeys | undefined;
  auditLog?: AuditLog | undefined;
  telemetry?: Telemetry | undefined;
  onceTimes?: OnceTimes;
}

export function openServices(ground: Ground): Services {
  const { config, stores, openAzure, pace, freshMs, reportAs, evidenceKeys, auditLog, telemetry, onceTimes } = ground;
  const { grants, screens, segments } = stores;
  const commands = auditLog ? recordedIn(auditLog, stores.commands) : stores.commands;
  const record = new CommandRecord(commands, reportAs('the record of a command lacks its end'), config.auditDays);
  const once = new Once(stores, onceTimes);
  const plans = new RestorePlanService(stores.restorePlans, { once, grants, record }, openAzure, pace, reportAs('a plan broke off'));
  const recovery = new RecoveryService(
    stores.recoveryPlans,
    plans,
    { once, record, screens },
    openAzure,
    pace,
    reportAs('a recovery broke off'),
  );
  return {
    openAzure,
    protection: new ProtectionService(stores.batches, openAzure, record, pace, reportAs('a batch broke off')),
    once,
    vaultStorage: new VaultStorage(stores.storageDays, reportAs('a figure of stored data is not kept')),
    watchedJobs: { list: new WatchedReads(), details: new WatchedReads() },
    kept: new KeptAnswers(freshMs),
    grants,
    plans,
    recovery,
    record,
    examinations: new Examinations(config),
    reasonRequired: config.reasonRequired,
    audit: new Audit(config.auditRole, record, segments),
    evidence: new Evidence(evidenceKeys, record, segments, recovery),
    telemetry,
  };
}

/** Ends what runs, where it stands. */
export async function stopServices({ protection, recovery, plans, once, record }: Services): Promise<void> {
  await Promise.all([protection.stop(), recovery.end(), plans.end(), once.stop(), record.stop()]);
}
