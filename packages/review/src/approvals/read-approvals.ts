import { existsSync, readFileSync } from 'node:fs';
import { approvals, NO_APPROVALS, type Approvals } from './approvals';

/** @throws ZodError where a newer review, or nobody that knows the shape, has written it */
export const readApprovals = (file: string): Approvals =>
  existsSync(file) ? approvals.parse(JSON.parse(readFileSync(file, 'utf8'))) : NO_APPROVALS;
