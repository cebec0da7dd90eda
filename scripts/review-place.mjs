import { join } from 'node:path';
import { root } from './prepare.mjs';

/** Where the latest review lies, and the file in the repository that remembers approvals and comments. */
export const REVIEW_FOLDER = join(root, 'test-results', 'review');
export const APPROVALS = join(root, 'packages', 'review', 'approvals.json');
