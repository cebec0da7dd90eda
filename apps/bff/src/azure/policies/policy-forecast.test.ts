import { RecoveryServicesBackupClient, type IaasVMRecoveryPoint, type RecoveryPoint } from '@azure/arm-recoveryservicesbackup';
import { policy, policyName, type PolicyDraft } from '@tresor/contracts';
import { connect } from '@tresor/local-azure';
import { existingAt, MONTHS, nextRun, pointsAfter, WEEKDAYS, WEEKS, type Plan, type Point } from '@tresor/retention';
import { checkPolicy, planOf, snapshotDays } from '@tresor/support-matrix';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { ofVault, vmId } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Seconds after the start of a backup at which its point stands. */
const POINT_AFTER_START = 4_000;
const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const PART = 'iaasvmcontainerv2;ignite-rg;VM1';
const VAULT_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Ignite-RG/providers/Microsoft.RecoveryServices/vaults/Vault1`;
const ZONES = {
  UTC: 'Etc/UTC',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Lord Howe Standard Time': 'Australia/Lord_Howe',
  'Nepal Standard Time': 'Asia/Katmandu',
  'Chatham Islands Standard Time': 'Pacific/Chatham',
  'Pacific SA Standard Time': 'America/Santiago',
  'Middle East Standard Time': 'Asia/Beirut',
} as const;
type Zone = keyof typeof ZONES;

let contoso: Contoso;
let backup: RecoveryServicesBackupClient;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
  const { credential, httpClient } = await connect(contoso.azure, 'adele');
  backup = new RecoveryServicesBackupClient(credential, SUBSCRIPTION, { httpClient });
});
afterAll(() => contoso[Symbol.asyncDispose]());

/** A vault and a machine in an otherwise empty world; its clock goes on from where it stands. */
function startAfresh(): void {
  const { azure } = contoso;
  azure.reset('empty');
  const { resources } = azure.world;
  const common = { location: 'westeurope', properties: { provisioningState: 'Succeeded' } };
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Ignite-RG`;
  resources.put({ id: group, name: 'Ignite-RG', type: 'Microsoft.Resources/resourceGroups', ...common });
  resources.put({ id: VAULT_ID, name: 'Vault1', type: 'Microsoft.RecoveryServices/vaults', sku: { name: 'RS0' }, ...common });
  const storageProfile = { osDisk: { osType: 'Windows', name: 'os', diskSizeGB: 127 }, dataDisks: [] };
  const properties = { ...common.properties, storageProfile };
  resources.put({ id: vmId('Ignite-RG', 'VM1'), name: 'VM1', type: 'Microsoft.Compute/virtualMachines', ...common, properties });
}

/** Creates the policy through the portal's API and protects the machine with it. Answers the moment from which it holds. */
async function protectBy(draft: PolicyDraft): Promise<number> {
  await ask.send(policy, 'POST', `${ofVault('Ignite-RG', 'Vault1')}/policies`, { policy: draft });
  const parameters = {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines' as const,
      sourceResourceId: vmId('Ignite-RG', 'VM1'),
      policyId: `${VAULT_ID}/backupPolicies/${draft.name}`,
    },
  };
  await backup.protectedItems.createOrUpdate('Vault1', 'Ignite-RG', 'Azure', `IaasVMContainer;${PART}`, `VM;${PART}`, parameters);
  contoso.azure.advance(3 * MINUTE);
  return contoso.azure.world.clock.now();
}

const isOfMachine = (point: RecoveryPoint | undefined): point is IaasVMRecoveryPoint => point?.objectType === 'IaasVMRecoveryPoint';

async function pointsInAzure() {
  const found: { time: number; expires: number | undefined; rule: string | undefined }[] = [];
  for await (const { properties } of backup.recoveryPoints.list('Vault1', 'Ignite-RG', 'Azure', `IaasVMContainer;${PART}`, `VM;${PART}`)) {
    if (!isOfMachine(properties)) continue;
    const { expiryTime, ruleName } = properties.recoveryPointProperties ?? {};
    found.push({
      time: properties.recoveryPointTime?.valueOf() ?? 0,
      expires: expiryTime === undefined ? undefined : Date.parse(expiryTime),
      rule: ruleName,
    });
  }
  return found.toReversed();
}

/** Lets time pass until shortly before a backup, when no other is running. */
function advanceTo(plan: Plan, moment: number): number {
  const { azure } = contoso;
  const checked = (nextRun(plan.recurrence, moment)?.at ?? moment) - MINUTE;
  azure.advance(checked - azure.world.clock.now());
  return checked;
}

const RULES = { daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', yearly: 'Yearly', snapshot: undefined } as const;

const inAzuresWords = ({ at, until, keeper }: Point) => ({
  time: at + POINT_AFTER_START,
  ...(keeper !== 'newest' && { expires: until + POINT_AFTER_START, rule: RULES[keeper] }),
});

async function compare(plan: Plan, start: number, moments: number[]): Promise<void> {
  for (const moment of moments) {
    const checked = advanceTo(plan, moment);
    const points: Point[] = [];
    for (const point of pointsAfter(plan, start)) {
      if (point.at > checked) break;
      points.push(point);
    }
    const existing = existingAt(points, checked).map(inAzuresWords);
    const inAzure = await pointsInAzure();
    expect(inAzure).toHaveLength(existing.length);
    expect(inAzure).toMatchObject(existing);
  }
}

const someOf = <const T>(all: readonly T[], maxLength: number) =>
  fc.subarray([...all], { minLength: 1, maxLength: Math.min(maxLength, all.length) });
const halfHour = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const count = (min: number, max: number) => fc.integer({ min, max });

const anySchedule: fc.Arbitrary<PolicyDraft['schedule']> = fc.oneof(
  fc.record({ frequency: fc.constant('daily' as const), time: halfHour }),
  fc.record({ frequency: fc.constant('weekly' as const), time: halfHour, days: someOf(WEEKDAYS, 4) }),
  fc.record({
    frequency: fc.constant('hourly' as const),
    time: halfHour.map((time) => (time > '19:30' ? '19:30' : time)),
    everyHours: fc.constantFrom(4, 6, 8, 12),
    forHours: count(4, 23),
  }),
);

const anyDay = (
  days: readonly (typeof WEEKDAYS)[number][],
  byDate: boolean,
): fc.Arbitrary<NonNullable<PolicyDraft['retention']['monthly']>['on']> => {
  const byWeek = fc.record({ basis: fc.constant('week' as const), weeks: someOf(WEEKS, 2), days: someOf(days, 2) });
  const dates = fc.uniqueArray(fc.integer({ min: 0, max: 28 }), { minLength: 1, maxLength: 3 });
  return byDate ? fc.oneof(byWeek, fc.record({ basis: fc.constant('day' as const), dates })) : byWeek;
};

const anyDraft = fc
  .record({ schedule: anySchedule, timeZone: fc.constantFrom(...Object.keys(ZONES)), enhanced: fc.boolean() })
  .chain(({ schedule, timeZone, enhanced }) => {
    const isWeekly = schedule.frequency === 'weekly';
    const days = isWeekly ? schedule.days : WEEKDAYS;
    const kind = enhanced || schedule.frequency === 'hourly' ? ('enhanced' as const) : ('standard' as const);
    const weekly = fc.record({ count: count(1, 20), days: someOf(days, 3) });
    const { min, max } = snapshotDays(kind, schedule);
    return fc.record({
      name: fc.constant(policyName.parse('Random')),
      kind: fc.constant(kind),
      timeZone: fc.constant(timeZone),
      schedule: fc.constant(schedule),
      retention: fc.record({
        daily: isWeekly ? fc.constant(null) : fc.record({ count: count(7, 40) }),
        weekly: isWeekly ? weekly : fc.option(weekly),
        monthly: fc.option(fc.record({ count: count(1, 8), on: anyDay(days, !isWeekly) })),
        yearly: fc.option(fc.record({ count: count(1, 3), months: someOf(MONTHS, 4), on: anyDay(days, !isWeekly) })),
      }),
      instantRestoreDays: count(min, Math.min(max, 7)),
    });
  })
  .filter((draft) => checkPolicy(draft, 'current').length === 0);

const isZone = (name: string): name is Zone => name in ZONES;
const ianaOf = (name: string) => (isZone(name) ? ZONES[name] : 'UTC');

describe('What the calendar foretells is what Azure keeps', () => {
  it('for any policy, in any zone, over clock changes and leap years of a decade', async () => {
    const spans = fc.array(fc.integer({ min: 1, max: 60 * 24 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyDraft, spans, fc.integer({ min: 1, max: 300 }), async (draft, hours, pause) => {
        startAfresh();
        contoso.azure.advance(pause * DAY + 7 * MINUTE - (contoso.azure.world.clock.now() % (30 * MINUTE)));
        const start = await protectBy(draft);
        const moments = hours.map((_, index) => start + hours.slice(0, index + 1).reduce((sum, each) => sum + each * 60 * MINUTE, 0));
        await compare(planOf(draft, ianaOf(draft.timeZone)), start, moments);
      }),
      { numRuns: 15 },
    );
  });

  it('for ten years of one policy with every level', async () => {
    startAfresh();
    const firstSunday = { basis: 'week' as const, weeks: ['First' as const], days: ['Sunday' as const] };
    const draft: PolicyDraft = {
      name: policyName.parse('Decade'),
      kind: 'standard',
      timeZone: 'W. Europe Standard Time',
      schedule: { frequency: 'weekly', time: '02:30', days: ['Sunday'] },
      retention: {
        daily: null,
        weekly: { count: 10, days: ['Sunday'] },
        monthly: { count: 18, on: firstSunday },
        yearly: {
          count: 4,
          months: ['February', 'March', 'October'],
          on: { ...firstSunday, weeks: ['Last'] },
        },
      },
      instantRestoreDays: 5,
    };
    const start = await protectBy(draft);
    const years = Array.from({ length: 10 }, (_, year) => start + (year + 1) * 365.25 * DAY);
    await compare(planOf(draft, 'Europe/Berlin'), start, years);
  });
});
