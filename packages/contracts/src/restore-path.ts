import * as z from 'zod';
import { jobId, vaultPath } from './ids';

/** Where the restores of a vault lie, and one of them. */
export const ofRestores = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/restores';
export const ofRestore = `${ofRestores}/{jobId}` as const;

export const restorePath = z.strictObject({ ...vaultPath.shape, jobId });
