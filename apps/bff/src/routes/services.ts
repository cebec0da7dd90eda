import type { Job, JobDetails } from '@tresor/contracts';
import type { OpenAzure } from '../azure/connection/azure';
import type { Examinations } from '../doctor/examinations';
import type { ProtectionService } from '../workflows/enable-protection/protection-service';
import type { Grants } from '../store/grants';
import type { RestorePlanService } from '../workflows/restore/plan/plan-service';
import type { RecoveryService } from '../workflows/recovery/recovery-service';
import type { VaultStorage } from '../workflows/vaults/vault-storage';
import type { Once } from '../workflows/once/once';
import type { Evidence } from '../workflows/evidence/evidence';
import type { Audit } from '../workflows/audit/audit';
import type { CommandRecord } from '../workflows/record/command-record';
import type { Telemetry } from '../telemetry/telemetry';
import type { KeptAnswers } from './kept-answers';
import type { WatchedReads } from './watched-reads';

/** What the routes work with; made once, at start. */
export interface Services {
  openAzure: OpenAzure;
  protection: ProtectionService;
  once: Once;
  vaultStorage: VaultStorage;
  watchedJobs: { list: WatchedReads<Job[]>; details: WatchedReads<JobDetails> };
  kept: KeptAnswers;
  grants: Grants;
  plans: RestorePlanService;
  recovery: RecoveryService;
  record: CommandRecord;
  examinations: Examinations;
  reasonRequired: boolean;
  audit: Audit;
  evidence: Evidence;
  /** Undefined where nobody watches the server. */
  telemetry?: Telemetry | undefined;
}
