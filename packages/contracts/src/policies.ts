import { oc } from '@orpc/contract';
import * as z from 'zod';
import { policyName, vaultPath } from './ids';

export const weekday = z.enum(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']);
export const weekOfMonth = z.enum(['First', 'Second', 'Third', 'Fourth', 'Last']);
export const month = z.enum([
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]);

/** Wall-clock time in the policy's time zone, on the hour or half hour. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):(00|30)$/);

const schedule = z.discriminatedUnion('frequency', [
  z.strictObject({ frequency: z.literal('daily'), time: timeOfDay }),
  z.strictObject({ frequency: z.literal('weekly'), time: timeOfDay, days: z.array(weekday).min(1) }),
]);

/** Which day of a month: a weekday of a week (week based) or calendar days, 0 meaning the last one (day based). */
const dayOfMonth = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('week'), weeks: z.array(weekOfMonth).min(1), days: z.array(weekday).min(1) }),
  z.strictObject({ basis: z.literal('day'), dates: z.array(z.int().min(0).max(28)).min(1) }),
]);

/** A level is null where the policy does not keep such points. Counts are days, weeks, months and years. */
export const retention = z.strictObject({
  daily: z.strictObject({ count: z.int() }).nullable(),
  weekly: z.strictObject({ count: z.int(), days: z.array(weekday).min(1) }).nullable(),
  monthly: z.strictObject({ count: z.int(), on: dayOfMonth }).nullable(),
  yearly: z.strictObject({ count: z.int(), months: z.array(month).min(1), on: dayOfMonth }).nullable(),
});

export const policyDraft = z.strictObject({
  name: policyName,
  /** Windows time zone id, as Azure Backup stores it (`W. Europe Standard Time`). */
  timeZone: z.string().min(1).max(100),
  schedule,
  retention,
});

export const policy = z.strictObject({
  name: z.string(),
  /** `unsupported` policies (hourly, enhanced) are shown, not edited. */
  kind: z.enum(['standard', 'enhanced']),
  timeZone: z.string(),
  schedule: schedule.nullable(),
  retention: retention.nullable(),
  instantRestoreDays: z.int().nullable(),
  protectedItems: z.int(),
});

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/policies';

export const listPolicies = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(z.array(policy));

/** POST …/policies: fails with `policy-name-taken` or, where Azure refuses the retention, `policy-refused`. */
export const createPolicy = oc
  .route({ method: 'POST', path: ofVault, successStatus: 201 })
  .input(z.strictObject({ ...vaultPath.shape, policy: policyDraft }))
  .output(policy);

export type Weekday = z.infer<typeof weekday>;
export type WeekOfMonth = z.infer<typeof weekOfMonth>;
export type Month = z.infer<typeof month>;
export type Schedule = z.infer<typeof schedule>;
export type DayOfMonth = z.infer<typeof dayOfMonth>;
export type Retention = z.infer<typeof retention>;
export type PolicyDraft = z.infer<typeof policyDraft>;
export type Policy = z.infer<typeof policy>;
