import type { AzureSession } from '../../azure/connection/azure';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { vaultOf } from './machine-key';

/** The restores of a run that go on by plans of their own. */
export const restoresOf = (azure: AzureSession, { machines }: Pick<RecoveryRecord, 'machines'>) =>
  machines.flatMap(({ item, jobId, isPlanned, isOut }) =>
    jobId === null || !isPlanned || isOut ? [] : [{ azure, vault: vaultOf(item), jobId }],
  );
