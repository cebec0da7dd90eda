import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

/** Where the latest review lies, and the file in the repository that remembers approvals and comments. */
export const REVIEW_FOLDER = join(root, 'test-results', 'review');
export const APPROVALS = join(root, 'packages', 'review', 'approvals.json');

/** What the BFF serves at /review; before the first review, the page that says how to make one. */
export function openReview() {
  const page = join(REVIEW_FOLDER, 'index.html');
  if (!existsSync(page)) {
    mkdirSync(REVIEW_FOLDER, { recursive: true });
    writeFileSync(page, readFileSync(join(root, 'packages/review/dist/page/index.html'), 'utf8').replace('__REVIEW__', 'null'));
  }
  return { folder: REVIEW_FOLDER, approvals: APPROVALS, key: randomBytes(24).toString('base64url') };
}
