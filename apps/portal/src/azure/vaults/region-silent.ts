import { toProblemError } from '../../api/problem-error';

/** Whether something was not to be read because the Backup service of the vault's region does not answer. */
export const isRegionSilent = (error: unknown): boolean => error !== null && toProblemError(error).problem.code === 'backup-region-silent';
