import type { ItemPath, RecoveryOutlook, RecoveryPoint } from '@tresor/contracts';
import { firstWay, sameName } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { policyJudge, type PolicyJudge } from '../../azure/azure-policy';
import { givenOn } from '../../azure/compute/old-tags';
import type { AzureSession } from '../../azure/connection/azure';
import type { SizeAhead } from '../../azure/compute/machine-options';
import { vmIdOf } from '../../azure/items/item-place';
import { readStandingMachine } from '../../azure/items/standing';
import { rememberingReads, type ChainReads } from '../../azure/keys/read-chain';
import type { RecoveryRecord } from '../../store/recovery-plans';
import type { JudgedPoint } from '../restore/choose/recovery-points';
import { targetsFor } from '../restore/keys/key-vault-targets';
import { dataDisksAhead } from '../restore/outlook/data-disks-ahead';
import { stepsAhead } from '../restore/outlook/outlook';
import { zoneAhead } from '../restore/outlook/zone-ahead';
import { pointInSight } from './choose-point';
import { accountFor, diskGroupOf, groupOf, unlikeOld, type Targeted } from './disk-places';
import { isolatedSteps } from './isolated-steps';
import { placesOfPlan, type PlacesOfPlan } from './places-of-plan';

type Plan = Pick<RecoveryRecord, 'edition' | 'moment'> & Targeted;

const PARALLEL = 4;

/** What machines of one look have in common. */
interface Look {
  reads: ChainReads;
  places: PlacesOfPlan;
  judge: PolicyJudge;
}

/** What stands before a machine, and the point that it would come back from; undefined where there is none to take. */
export interface MachineInSight {
  outlook: RecoveryOutlook;
  chosen: JudgedPoint | undefined;
}

/** What stands before some machines of a plan. */
export async function readMachineOutlooks(session: AzureSession, items: readonly ItemPath[], plan: Plan): Promise<RecoveryOutlook[]> {
  return (await lookAtMachines(session, items, plan)).map(({ outlook }) => outlook);
}

/** The same with the points. */
export function lookAtMachines(session: AzureSession, items: readonly ItemPath[], plan: Plan): Promise<MachineInSight[]> {
  const look = { reads: rememberingReads(session), places: placesOfPlan(session), judge: policyJudge(session) };
  return pLimit(PARALLEL).map(items, (item) => lookAtMachine(session, item, plan, look));
}

/** What a machine of a plan is up against, before anything is done. */
async function lookAtMachine(
  session: AzureSession,
  item: ItemPath,
  plan: Plan,
  { reads, places: at, judge }: Look,
): Promise<MachineInSight> {
  const { edition, moment } = plan;
  const isIsolated = plan.isolatedGroup !== null;
  const group = groupOf(item, plan);
  const [{ chosen, refused, hasSuspicious }, standingMachine, standing, lock, { areInterfacesSeen, ...network }, accountId, readOnly] =
    await Promise.all([
      pointInSight(session, item, moment, reads),
      readStandingMachine(session, vmIdOf(item)),
      isIsolated ? 'there' : at.group(item.subscriptionId, group),
      isIsolated ? 'open' : at.lock(item.subscriptionId, group),
      isIsolated ? OWN_NETWORK : at.network(item),
      accountFor(session, item, edition),
      at.isReadOnly(item.subscriptionId),
    ]);
  const { standing: machine, tags } = standingMachine;
  const point = chosen?.point;
  const shownPoint = point ?? refused?.point;
  const disks = point && diskGroupOf(item, plan);
  const isPaired = shownPoint?.pairedRegion != null;
  const ofPoint = (chosen ?? refused)?.zone ?? null;
  const zone = zoneAhead({ ofPoint, machine: standingMachine, areDisks: disks !== null, isPaired });
  const ahead = shownPoint?.vmSize == null ? null : await at.size(item, shownPoint.vmSize, zone);
  const places = { ...(accountId !== undefined && { storageAccountId: accountId }), ...(disks != null && { targetGroup: disks }) };
  // Windows unlocks its data disks by itself; in Linux the extension does.
  const locksInIsolation = point?.osType === 'Linux' && point.pass === 'dual';
  const { steps, arePoliciesSeen } = !chosen
    ? { steps: [], arePoliciesSeen: true }
    : isIsolated
      ? await isolatedSteps(session, item, chosen, { plan, judge })
      : await stepsAhead(
          session,
          item,
          chosen,
          { edition, recoveryPointId: chosen.point.id, ...places },
          { judge, standing: machine, ...unlikeOld(plan), oldTags: tags && givenOn(tags) },
        );
  const outlook: RecoveryOutlook = {
    item,
    machine,
    point: point ? pointSummary(point) : null,
    hasSuspicious,
    verdict: shownPoint?.verdict ?? null,
    keyChain: shownPoint?.keyChain ?? null,
    steps,
    keysWay: chosen ? await wayFor(session, item, chosen, isIsolated) : null,
    target: { name: item.vmName, group, ...sizesOf(ahead), zone: zone ?? null },
    conflicts: holding(
      ['subscription-disabled', readOnly],
      ['machine-there', standsInTheWay(item, plan, machine)],
      ['group-missing', standing === 'gone'],
      ['group-locked', lock === 'closed'],
      ['unmanaged-disks', isIsolated && point !== undefined && disks === null],
      ['no-storage-account', accountId === undefined],
      ['no-subnet', network.subnet === null && !isIsolated],
      ['no-size', ahead !== null && !ahead.isOffered && ahead.other === null],
    ),
    locksInIsolation,
    unseen: [
      ...holding(
        ['group', standing === 'unseen'],
        ['locks', lock === 'unseen'],
        ['interfaces', !areInterfacesSeen],
        ['policies', !arePoliciesSeen],
        ['data-disks', isIsolated && locksInIsolation],
        ['zone', ahead?.isOpen === true],
      ),
      // In isolation no application signs in, and the steps after the machine are left out.
      ...(point && !isIsolated ? dataDisksAhead(point, disks !== null) : []),
    ],
    ...network,
    storageAccountId: accountId ?? null,
  };
  return { outlook, chosen };
}

/** The size that it gets, and that which it does not get again. */
function sizesOf(ahead: SizeAhead | null): Pick<RecoveryOutlook['target'], 'size' | 'oldSize'> {
  if (ahead === null) return { size: null, oldSize: null };
  return ahead.isOffered ? { size: ahead.size, oldSize: null } : { size: ahead.other, oldSize: ahead.size };
}

/** The names of what is so. */
const holding = <Name extends string>(...facts: readonly (readonly [Name, boolean])[]): Name[] =>
  facts.filter(([, isSo]) => isSo).map(([name]) => name);

/** It is made with the run. */
const OWN_NETWORK = { subnet: null, leftInterface: null, areInterfacesSeen: true } as const;

const pointSummary = ({ id, time, tiers, encrypted, threat }: RecoveryPoint) => ({ id, time, tiers, encrypted, threat });

/** Under its old name in its old group the machine can stand only once. */
export const standsInTheWay = (item: ItemPath, plan: Targeted, machine: RecoveryOutlook['machine']): boolean =>
  machine === 'there' && sameName(groupOf(item, plan), item.vmGroup);

async function wayFor(
  session: AzureSession,
  item: ItemPath,
  { point: { keyChain, verdict }, held }: JudgedPoint,
  isIsolated: boolean,
): Promise<RecoveryOutlook['keysWay']> {
  if (keyChain !== null && isIsolated) return 'create';
  if (keyChain === null || verdict.state !== 'needs-keys') return null;
  return firstWay(keyChain, await targetsFor(session, item, held));
}
