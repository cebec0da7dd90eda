import { WEEKDAYS } from '@tresor/retention';
import { keepsPointsForLess } from './immutability';
import { runsADay, type PolicyDraftShape, type ScheduleShape } from './policy-draft';
import { usualSnapshotDays } from './policy-limits';

type Terms = Pick<PolicyDraftShape, 'kind' | 'schedule' | 'retention' | 'instantRestoreDays'>;
/** Azure need not say how long a policy keeps snapshots. */
type ToldTerms = Omit<Terms, 'instantRestoreDays'> & { instantRestoreDays: number | null };

const DAY_HOURS = 24;

/** The longest time from one backup of the schedule to the next, in hours. */
function longestGap(schedule: ScheduleShape): number {
  if (schedule.frequency === 'daily') return DAY_HOURS;
  if (schedule.frequency === 'hourly') return Math.max(schedule.everyHours, DAY_HOURS - (runsADay(schedule) - 1) * schedule.everyHours);
  const days = WEEKDAYS.flatMap((day, index) => (schedule.days.includes(day) ? [index] : []));
  return DAY_HOURS * Math.max(...days.map((day, at) => (days[at + 1] ?? (days[0] ?? day) + WEEKDAYS.length) - day));
}

/**
 * Whether a change of a policy keeps points of any level, or snapshots, for less time, or lets more time pass between two backups: such a
 * change a Resource Guard protects. Source: https://learn.microsoft.com/azure/backup/multi-user-authorization-concept#critical-operations
 */
export function isWeakerPolicy(after: Terms, before: ToldTerms): boolean {
  return (
    keepsPointsForLess(after, before) ||
    after.instantRestoreDays < (before.instantRestoreDays ?? usualSnapshotDays(before.kind, before.schedule)) ||
    longestGap(after.schedule) > longestGap(before.schedule)
  );
}
