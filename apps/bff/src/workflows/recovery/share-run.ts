import type { AzureSession } from '../../azure/connection/azure';
import { bySameToken, isDoneBy } from '../../session/whose';
import { pause } from '../../pause';
import type { RecordLease } from '../../store/leased-records';
import type { RecoveryRecord } from '../../store/recovery-plans';
import type { LeasedRun } from '../leased-runs/leased-runs';
import { restoresOf } from './jobs-of-run';
import type { RecoveryRun } from './recovery-in-hand';
import { inSignIn } from './run-recovery';

interface SharedRun extends LeasedRun<RecordLease>, Pick<RecoveryRun, 'plans' | 'restores' | 'pace'> {
  lead: (session: AzureSession) => Promise<void>;
}

/** Whether a run is on its way and goes on in this person's name, or in nobody's. */
export const goesOnFor = (azure: AzureSession, { standing }: RecoveryRecord): boolean =>
  standing.state === 'waiting' || (standing.state === 'running' && isDoneBy(azure, { by: standing.inNameOf, user: standing.user }));

/**
 * Shares the work of a run as long as it goes on in the name of the person whose token was shown here: goes on with as many of its restores as
 * other servers do, and leads it where the one is gone that did.
 */
export async function shareRun(run: SharedRun): Promise<void> {
  const { signal, azure, plans, restores, pace, lead } = run;
  const { id } = run.lease;
  let gap = pace.firstGap;
  let led: AzureSession | undefined;
  try {
    for (;;) {
      signal.throwIfAborted();
      const session = azure();
      const found = await plans.find(id);
      if (!found || !goesOnFor(session, found.record)) return;
      if (!found.isHeld) {
        // By this sign-in it came no further.
        if (led !== undefined && bySameToken(led, session)) return;
        led = session;
        if ((await inSignIn(run, () => lead(session))) === 'sign-in') return;
      }
      const outcome = await inSignIn(run, () => restores.share(id, restoresOf(session, found.record), signal));
      if (outcome === 'sign-in' && bySameToken(azure(), session)) return;
      await pause(gap, signal);
      // As often as the lease of one that died ends: this asks the store alone.
      gap = Math.min(gap * 1.5, pace.longestGap / 3);
    }
  } finally {
    restores.endSharing(id);
  }
}
