import type { ItemPath, RecoveryPoint, Threat } from '@tresor/contracts';
import * as z from 'zod';
import { codeWord, sanitise } from '../../azure-words';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { PAIRED_VERSION, VERSION_WITH_THREATS } from '../connection/backup-region';
import { itemIdOf } from '../items/item-place';
import { azureMoment, momentOf } from '../moments';
import { fromEitherRegion } from '../vaults/either-region';
import { pageOf, readPagesAt } from '../connection/pages';
import { readWindow } from '../connection/time-window';
import { own } from '../../own';
import { Problem } from '../../problem';
import { tierDetails, usableTiers } from './tiers';

const text = z.string().nullish();

const pointBody = z.object({
  name: z.string(),
  properties: z.object({
    recoveryPointType: text,
    recoveryPointTime: z.string(),
    isSourceVMEncrypted: z.boolean().nullish(),
    isManagedVirtualMachine: z.boolean().nullish(),
    virtualMachineSize: text,
    zones: z.array(z.string()).nullish(),
    osType: text,
    /** A word since 2026; in 2024 it was a number, which told nothing. */
    threatStatus: z.union([z.string(), z.number()]).nullish(),
    threatInfo: z
      .array(z.object({ threatTitle: text, threatDescription: text, threatSeverity: text, threatState: text, threatStartTime: text }))
      .nullish(),
    recoveryPointTierDetails: tierDetails,
    recoveryPointDiskConfiguration: z
      .object({ excludedDiskList: z.array(z.object({ lun: z.int().nullish(), name: text })).nullish() })
      .nullish(),
    recoveryPointProperties: z.object({ expiryTime: text }).nullish(),
  }),
});

const pointPage = pageOf(pointBody);

/** A recovery point as lists tell of it, without its keys. */
export type PlainPoint = Omit<RecoveryPoint, 'pass' | 'keyChain' | 'verdict'> & {
  /** The availability zone in which the machine was; null where it was in none, or Azure does not tell. */
  zone: string | null;
};

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The points of the last so many days, newest first. The end lies ahead, so that what is new is never cut off. */
export function listPoints(session: AzureSession, path: ItemPath, days: number): Promise<PlainPoint[]> {
  return readWindow(session, (now) => listPointsBetween(session, path, now - days * DAY, now + 365 * DAY));
}

/** Those of them that the paired region can restore. */
export async function listPairedPoints(session: AzureSession, path: ItemPath, region: string, days: number): Promise<PlainPoint[]> {
  return readWindow(session, (now) => pointsInPair(session, path, region, { from: now - days * DAY, to: now + 365 * DAY }));
}

/** The point of a moment known to the second. */
export async function findPoint(session: AzureSession, path: ItemPath, time: string): Promise<PlainPoint | undefined> {
  const moment = Date.parse(time);
  const points = await listPointsBetween(session, path, moment - MINUTE, moment + MINUTE);
  return points.find((point) => Math.floor(Date.parse(point.time) / 1000) * 1000 === moment);
}

const TEN_YEARS = 3653 * DAY;
/** Longer than the points of one day are apart. */
const MONTH = 35 * DAY;

/**
 * The newest point of an item, or the newest before a moment; undefined where there is none. `latest`: when lists say that it was made, so
 * that of thousands of points one is read.
 */
export async function findNewestPoint(
  session: AzureSession,
  path: ItemPath,
  { latest, before }: { latest: string | null; before: string | null },
): Promise<PlainPoint | undefined> {
  const now = session.now().getTime();
  const end = before === null ? now + MONTH : Date.parse(before);
  const made = latest === null ? undefined : Date.parse(latest);
  const near = before === null && made !== undefined ? [made - MINUTE, made + MINUTE] : [end - MONTH, end];
  const [from = end, to = end] = near;
  const newest = async (since: number, until: number) =>
    (await listPointsBetween(session, path, since, until)).find(({ time }) => Date.parse(time) < end);
  return (await newest(from, to)) ?? newest(now - TEN_YEARS, end);
}

/** Where the vault's own region does not answer and the paired one has none between them, nothing is known of any. */
function listPointsBetween(session: AzureSession, path: ItemPath, from: number, to: number): Promise<PlainPoint[]> {
  return fromEitherRegion(
    session,
    path,
    () => readPoints(session, path, VERSION_WITH_THREATS, { from, to }),
    async (region) => {
      const points = await pointsInPair(session, path, region, { from, to });
      if (points.length === 0) throw new Problem('recovery-point-not-found');
      return points;
    },
  );
}

interface Span {
  from: number;
  to: number;
}

async function pointsInPair(session: AzureSession, path: ItemPath, pairedRegion: string, span: Span): Promise<PlainPoint[]> {
  const points = await readPoints(session, path, PAIRED_VERSION, span);
  return points.filter(({ tiers }) => tiers.includes('vault')).map((point) => ({ ...point, pairedRegion }));
}

async function readPoints(session: AzureSession, path: ItemPath, version: string, { from, to }: Span): Promise<PlainPoint[]> {
  const filter = `startDate eq '${azureMoment(from)}' and endDate eq '${azureMoment(to)}'`;
  const query = new URLSearchParams({ 'api-version': version, $filter: filter });
  const url = armUrl(session, `${itemIdOf(path)}/recoveryPoints`, query.toString());
  const found = await readPagesAt(session, pointPage, url);
  return found.map(toPoint).toSorted((a, b) => b.time.localeCompare(a.time));
}

const CONSISTENCY: Record<string, RecoveryPoint['consistency']> = {
  AppConsistent: 'application',
  FileSystemConsistent: 'file-system',
  CrashConsistent: 'crash',
};

/** Azure’s words; another one tells nothing. */
const THREAT: Record<string, NonNullable<RecoveryPoint['threat']>> = { Healthy: 'none', Warning: 'suspicious', UnHealthy: 'suspicious' };

type ThreatInfo = NonNullable<z.infer<typeof pointBody>['properties']['threatInfo']>[number];

const toThreat = ({ threatTitle, threatDescription, threatSeverity, threatState, threatStartTime }: ThreatInfo): Threat => ({
  title: sanitise(threatTitle ?? '') ?? '',
  description: sanitise(threatDescription ?? '') || null,
  severity: codeWord(threatSeverity) ?? null,
  state: codeWord(threatState) ?? null,
  since: momentOf(threatStartTime),
});

function toPoint({ name, properties: point }: z.infer<typeof pointBody>): PlainPoint {
  return {
    id: name,
    time: momentOf(point.recoveryPointTime) ?? new Date(0).toISOString(),
    consistency: own(CONSISTENCY, point.recoveryPointType) ?? 'unknown',
    // Older answers do not name tiers; what they list lies in the vault.
    tiers: usableTiers(point.recoveryPointTierDetails) ?? ['vault'],
    expires: momentOf(point.recoveryPointProperties?.expiryTime),
    encrypted: point.isSourceVMEncrypted ?? false,
    managedDisks: point.isManagedVirtualMachine ?? false,
    osType: point.osType === 'Windows' || point.osType === 'Linux' ? point.osType : 'unknown',
    vmSize: point.virtualMachineSize ?? null,
    excludedDisks: (point.recoveryPointDiskConfiguration?.excludedDiskList ?? []).map(({ lun, name }) => name ?? `LUN ${lun}`),
    zone: point.zones?.[0] ?? null,
    threat: own(THREAT, String(point.threatStatus)) ?? null,
    threats: (point.threatInfo ?? []).map(toThreat),
    pairedRegion: null,
  };
}
