import type { Invoke } from '../../arm/route';
import { at, text } from '../../world/json';
import { tryAgain } from '../../world/time/try-again';
import type { World } from '../../world/world';
import { abandonBackup, continueBackup } from './backups/backup-run';
import { findJob, giveUpJob, JOB_STEP } from './state/job-store';
import type { Job, JobOperation } from './state/job-store';
import { finishConfigure } from './items/configuration';
import { finishDelete, runPurge } from './items/delete';
import { finishDisable } from './items/stop';
import { finishUndelete } from './items/undelete';
import { abandonRestore, continueRestore } from './restores/restore-run';
import { PURGE, runScheduledBackup, SCHEDULED_BACKUP, skipScheduledBackup } from './backups/scheduling';
import { runVaultStep, VAULT_STEP } from './vaults/vaults';

const nextStep: Record<JobOperation, (world: World, job: Job, invoke: Invoke) => void> = {
  Backup: continueBackup,
  Restore: continueRestore,
  CrossRegionRestore: continueRestore,
  ConfigureBackup: finishConfigure,
  DisableBackup: finishDisable,
  DeleteBackupData: finishDelete,
  Undelete: finishUndelete,
};

/** Registers what the backup service does in the course of time. */
export const plan =
  (invoke: Invoke) =>
  (world: World): void => {
    const jobOf = (payload: unknown) => findJob(world, text(at(payload, 'vaultId')) ?? '', text(at(payload, 'jobId')) ?? '');
    const goOn = (payload: unknown) => {
      const job = jobOf(payload);
      if (job?.status === 'Cancelling') (job.operation === 'Restore' ? abandonRestore : abandonBackup)(world, job);
      else if (job?.status === 'InProgress') nextStep[job.operation](world, job, invoke);
    };
    world.schedule.on(JOB_STEP, goOn, (payload) => {
      const job = jobOf(payload);
      if (job && job.endedAt === undefined) giveUpJob(world, job);
    });
    world.schedule.on(
      SCHEDULED_BACKUP,
      (payload, step) => runScheduledBackup(world, payload, step),
      (payload) => skipScheduledBackup(world, payload),
    );
    world.schedule.on(PURGE, (payload) => runPurge(world, payload), tryAgain(world));
    world.schedule.on(VAULT_STEP, (payload) => runVaultStep(world, payload), tryAgain(world));
  };
