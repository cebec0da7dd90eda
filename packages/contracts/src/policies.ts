import { eventIterator, oc } from '@orpc/contract';
import { MONTHS, WEEKDAYS, WEEKS } from '@tresor/retention';
import * as z from 'zod';
import { orderId, policyName, vaultPath } from './ids';

const weekday = z.enum(WEEKDAYS);
const weekOfMonth = z.enum(WEEKS);
const month = z.enum(MONTHS);

/** Wall-clock time in the policy's time zone, on the hour or half hour. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):(00|30)$/);

const schedule = z.discriminatedUnion('frequency', [
  z.strictObject({ frequency: z.literal('daily'), time: timeOfDay }),
  z.strictObject({ frequency: z.literal('weekly'), time: timeOfDay, days: z.array(weekday).min(1) }),
  /** The first backup of a day at `time`, then one every so many hours for so many hours. */
  z.strictObject({
    frequency: z.literal('hourly'),
    time: timeOfDay,
    everyHours: z.int().min(1).max(24),
    forHours: z.int().min(1).max(24),
  }),
]);

/** Standard policies back up once a day at most, enhanced ones also several times. */
const policyKind = z.enum(['standard', 'enhanced']);

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
  kind: policyKind,
  /** Windows time zone id, as Azure Backup stores it (`W. Europe Standard Time`). */
  timeZone: z.string().min(1).max(100),
  schedule,
  retention,
  /** Days for which snapshots are kept beside the disks. */
  instantRestoreDays: z.int().min(1).max(30),
});

export const policy = z.strictObject({
  name: z.string(),
  kind: policyKind,
  timeZone: z.string(),
  /** Schedule and retention are null where Azure's are of a kind that the API has no words for: such policies are shown, not edited. */
  schedule: schedule.nullable(),
  retention: retention.nullable(),
  instantRestoreDays: z.int().nullable(),
  protectedItems: z.int(),
});

/** What a policy says, as it was told. */
const seenPolicy = policyDraft.omit({ name: true }).extend({ instantRestoreDays: policy.shape.instantRestoreDays });

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/policies';

export const listPolicies = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(z.array(policy));

/** POST …/policies: fails with `policy-name-taken` or, where Azure refuses it, `policy-refused`. Asked again for the same policy it changes nothing. */
export const createPolicy = oc
  .route({ method: 'POST', path: ofVault, successStatus: 201 })
  .input(z.strictObject({ ...vaultPath.shape, policy: policyDraft }))
  .output(policy);

/**
 * PUT …/policies/{policyName}: changes a policy, and with it what happens to every item that follows it. Azure applies it to the items
 * in jobs of their own. Fails with `policy-not-found`, `policy-changed` when it is no longer as `before` says, `policy-refused`.
 */
export const updatePolicy = oc
  .route({ method: 'PUT', path: `${ofVault}/{policyName}` })
  .input(
    z.strictObject({
      ...vaultPath.shape,
      policyName,
      orderId,
      /** The policy as the person saw it when the change was begun. */
      before: seenPolicy,
      after: policyDraft.omit({ name: true }),
    }),
  )
  .output(policy);

/** DELETE …/policies/{policyName}: fails with `policy-in-use` while items follow it. A policy that is gone is no failure. */
export const deletePolicy = oc
  .route({ method: 'DELETE', path: `${ofVault}/{policyName}` })
  .input(z.strictObject({ ...vaultPath.shape, policyName }))
  .output(z.strictObject({ deleted: z.literal(true) }));

/** What decides when a point ends: the policy, no matter who asked for the backup, or the snapshot, where the vault has no copy. */
const pointKeeper = z.enum(['policy', 'request', 'snapshot']);

/** One page; `total` is the same on each. */
export const policyPoints = z.strictObject({
  /** How many items follow the policy. */
  total: z.int(),
  /** Some of them, by name, with the points of ten years, newest first. */
  items: z.array(
    z.strictObject({
      name: z.string(),
      resourceGroup: z.string(),
      points: z.array(z.strictObject({ time: z.iso.datetime(), keeper: pointKeeper })),
    }),
  ),
});

/** GET …/policies/{policyName}/points: the recovery points that a change of the policy would touch, page after page as they are read. */
export const streamPolicyPoints = oc
  .route({ method: 'GET', path: `${ofVault}/{policyName}/points` })
  .input(z.strictObject({ ...vaultPath.shape, policyName }))
  .output(eventIterator(policyPoints));

export type PolicyPoints = z.infer<typeof policyPoints>;
export type PolicyKind = z.infer<typeof policyKind>;
export type Weekday = z.infer<typeof weekday>;
export type WeekOfMonth = z.infer<typeof weekOfMonth>;
export type Month = z.infer<typeof month>;
export type Schedule = z.infer<typeof schedule>;
export type DayOfMonth = z.infer<typeof dayOfMonth>;
export type Retention = z.infer<typeof retention>;
export type PolicyDraft = z.infer<typeof policyDraft>;
export type SeenPolicy = z.infer<typeof seenPolicy>;
export type Policy = z.infer<typeof policy>;
