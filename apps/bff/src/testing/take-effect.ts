import type { LocalAzure } from '@tresor/local-azure';

/** The longest that Azure takes until a role counts, a policy is known or a list of a group shows what is new, in milliseconds. */
const LONGEST = 15 * 60_000;

/** What Azure has accepted a moment ago counts, and every list shows it. The clock stands still until it is turned. */
export const takeEffect = (azure: LocalAzure): void => azure.advance(LONGEST);
