import { restoreStep, type ItemPath, type RestoreOutlook, type MissingRights, type RestoreStep, type StepOutlook } from '@tresor/contracts';
import { bestPoint, type Tags } from '@tresor/support-matrix';
import type { PolicyJudge } from '../../../azure/azure-policy';
import type { AzureSession } from '../../../azure/connection/azure';
import { sizeAhead, skusInSight, type SizeAhead } from '../../../azure/compute/machine-options';
import { byHand, givenOn, withOthers } from '../../../azure/compute/old-tags';
import { vmIdOf } from '../../../azure/items/item-place';
import { readStandingMachine, type StandingMachine } from '../../../azure/items/standing';
import { isReadOnly } from '../../../azure/subscriptions';
import { openPairedRegion } from '../../../azure/vaults/paired-region';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { readHeldKeys } from '../../../azure/restores/held-keys';
import { rightsJudge } from '../../rights/read-rights';
import { findChain } from '../journey/find-chain';
import { listJudgedPoints, type JudgedPoint } from '../choose/recovery-points';
import { dataDisksAhead } from './data-disks-ahead';
import { keysAhead, type RightAhead, type KeysAhead } from './keys-ahead';
import { placesAhead, type Chosen } from './places-ahead';
import { rightsAhead, type Ahead } from './rights-ahead';
import type { TagsDecided } from '../settings/old-and-new';
import type { ToMake } from './planned';
import { policiesAhead, type PoliciesAhead } from './policies-ahead';
import { ruleAhead } from './rule-ahead';
import { zoneAhead } from './zone-ahead';

interface Known {
  encrypted: boolean;
  keys: KeysAhead | null;
  ruleId: string | null;
  denied: PoliciesAhead['denied'];
}

/** How far the user would come, step by step. */
export interface StepsAhead {
  steps: StepOutlook[];
  /** Whether the user may learn what policies (Azure Policy) forbid. */
  arePoliciesSeen: boolean;
}

/** What is said of one step: that it is not needed, else what forbids it to all, else what the user lacks, else what cannot be seen. */
function stepOutlook(step: RestoreStep, missing: readonly MissingRights[] = [], { encrypted, keys, ruleId, denied }: Known): StepOutlook {
  const plain: StepOutlook = { step, state: 'open', missing: [], needs: [], ruleId: null, policies: [] };
  if (!encrypted && (step === 'keys' || step === 'encryption' || step === 'after-care')) return { ...plain, state: 'not-needed' };
  if (step === 'protection' && ruleId !== null) return { ...plain, state: 'refused', ruleId };
  const policies = denied[step] ?? [];
  if (policies.length > 0) return { ...plain, state: 'disallowed', policies };
  if (missing.length > 0) return { ...plain, state: 'barred', missing: merged(missing) };
  if (step !== 'keys') return plain;
  // Azure names no keys: nothing tells whether they are there.
  if (keys === null) return { ...plain, state: 'hidden' };
  if (keys.needs.length > 0) return { ...plain, state: 'hidden', needs: keys.needs };
  return keys.rights.length === 0 ? { ...plain, state: 'not-needed' } : plain;
}

/** Each place once. */
function merged(missing: readonly MissingRights[]): MissingRights[] {
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return scopes.map((scope) => {
    const here = missing.filter((one) => one.scope === scope);
    const eligible = here.flatMap((one) => one.eligible);
    const moments = here.flatMap((one) => one.takesEffectBy ?? []);
    return {
      scope,
      actions: [...new Set(here.flatMap(({ actions }) => actions))],
      roles: [...new Set(here.flatMap(({ roles }) => roles))],
      eligible: eligible.filter((one, at) => eligible.findIndex(({ role }) => role === one.role) === at),
      takesEffectBy: moments.length === here.length ? (moments.toSorted().at(-1) ?? null) : null,
      delegable: {
        roles: [...new Set(here.flatMap(({ delegable }) => delegable.roles))],
        never: [...new Set(here.flatMap(({ delegable }) => delegable.never))],
      },
    };
  });
}

/** How far the user would come with a restore of the machine, before anything of it is done. */
export async function readOutlook(session: AzureSession, item: ItemPath, chosen: Chosen): Promise<RestoreOutlook> {
  const { judged, unusable, newestClean } = await pointFor(session, item, chosen.recoveryPointId);
  if (!judged) return { recoveryPointId: null, unusable, steps: [], isReadOnly: false, suspicion: null, size: null, unseen: [] };
  const { point, zone: ofPoint } = judged;
  const held = point.encrypted ? await readHeldKeys(session, item, point.id) : null;
  const paired = chosen.region === 'paired' ? await openPairedRegion(session, item) : point.pairedRegion;
  const found = held && (await findChain(session, item, point.id, held, { region: paired }));
  const machine = await readStandingMachine(session, vmIdOf(item));
  const { tags } = machine;
  const look = { paired, standing: machine.standing, oldTags: tags && givenOn(tags) };
  const areDisks = diskPlaces(item, chosen).targetGroup !== undefined;
  const zone = zoneAhead({ ofPoint, machine, areDisks, isPaired: paired !== null });
  const [{ steps, arePoliciesSeen }, readOnly, size] = await Promise.all([
    stepsAhead(session, item, { point, held, found }, chosen, look),
    isReadOnly(session, item.subscriptionId),
    sizeOf(session, item, { size: point.vmSize, paired, zone }),
  ]);
  return {
    recoveryPointId: point.id,
    unusable: [],
    steps,
    isReadOnly: readOnly,
    suspicion: point.threat === 'suspicious' ? { threats: point.threats, newestClean } : null,
    size: size === null || size.isOffered ? null : { old: size.size, other: size.other, zone: zone ?? null },
    unseen: [
      ...(arePoliciesSeen ? [] : (['policies'] as const)),
      ...(size?.isOpen === true ? (['zone'] as const) : []),
      ...dataDisksAhead(point, areDisks),
    ],
  };
}

/** What becomes of the size that the machine had; null where Azure does not tell it of the point. */
async function sizeOf(
  session: AzureSession,
  item: ItemPath,
  { size, paired, zone }: { size: string | null; paired: string | null; zone: string | null | undefined },
): Promise<SizeAhead | null> {
  if (size === null) return null;
  return sizeAhead(size, await skusInSight(session, item.subscriptionId, paired ?? (await vaultLocation(session, item))), zone);
}

/** `withoutTags`, `addedTags`: how the tags of what is made will differ from those of the old machine. */
interface Look extends TagsDecided {
  /** The paired region, where all is to be there. */
  paired?: string | null;
  /** Whether the old machine stands. */
  standing: StandingMachine['standing'];
  /** What policies say, where several looks have it in common. */
  judge?: PolicyJudge;
  /** Those of the old machine; null where nobody tells yet: the recovery point may, once its disks are back. */
  oldTags: Tags | null;
}

/** The same of a point of which it was read already what keys it holds, and where they are. */
export async function stepsAhead(
  session: AzureSession,
  item: ItemPath,
  { point, held, found }: Omit<JudgedPoint, 'zone'>,
  chosen: Chosen,
  { paired = null, judge, standing, ...looked }: Look,
): Promise<StepsAhead> {
  const keys = held && found && (await keysAhead(session, item, held, found, paired));
  const location = paired ?? (await vaultLocation(session, item));
  const ahead = await placesAhead(session, { item, held, keys, location, isPaired: paired !== null }, diskPlaces(item, chosen));
  const chain = found?.chain ?? null;
  const [missing, ruleId, { denied, areSeen }] = await Promise.all([
    missingRights(session, ahead),
    ruleAhead(session, { ahead, chain, point, standing }, chosen.edition),
    policiesAhead(session, toMake(ahead, { chain, point, ...looked }), judge),
  ]);
  const known = { encrypted: point.encrypted, keys, ruleId, denied };
  return { steps: restoreStep.options.map((step) => stepOutlook(step, missing[step], known)), arePoliciesSeen: areSeen };
}

function toMake(
  { item, keys, location, isPaired, group, diskGroup, subnetIds }: Ahead,
  { chain, point, oldTags, withoutTags, addedTags }: Pick<ToMake, 'chain' | 'point'> & Omit<Look, 'paired' | 'judge' | 'standing'>,
): ToMake {
  const kept = withoutTags === true ? {} : oldTags;
  const made = keys?.rights.find(({ id }) => id === 'create-key-vault')?.places.group?.[0];
  const recovered = isPaired ? [] : (keys?.rights.filter(({ id }) => id === 'recover-key-vault') ?? []);
  return {
    item,
    location,
    group,
    diskGroup,
    subnetId: subnetIds[0] ?? '',
    keyVault: made === undefined || chain === null ? null : { group: made, original: chain.secret.keyVaultId },
    recovered: recovered.flatMap(({ places }) => places['key-vault'] ?? []),
    chain,
    point,
    tags: kept && withOthers(byHand(addedTags), kept),
    isolation: null,
  };
}

/** Until a storage account is chosen, the disks go where the form proposes. */
function diskPlaces({ vmGroup }: ItemPath, chosen: Chosen): Chosen {
  const isOpen = chosen.storageAccountId === undefined && chosen.targetGroup === undefined;
  return isOpen && chosen.edition === 'current' ? { ...chosen, targetGroup: vmGroup } : chosen;
}

const LONGEST_DAYS = 3650;

const cleanOf = (points: readonly JudgedPoint[]) =>
  bestPoint(points.map(({ point }) => point).filter(({ threat }) => threat !== 'suspicious'));

/** The point that is chosen or, before one is, that is proposed; it may be older than lists go back at first. */
async function pointFor(session: AzureSession, item: ItemPath, id: string | undefined) {
  const pick = (points: readonly JudgedPoint[]) => {
    const best = id ?? bestPoint(points.map(({ point }) => point))?.id;
    return points.find(({ point }) => point.id === best);
  };
  const recent = await listJudgedPoints(session, item);
  const found = pick(recent);
  const isEnough = found !== undefined && (found.point.threat !== 'suspicious' || cleanOf(recent) !== undefined);
  const points = isEnough ? recent : await listJudgedPoints(session, item, LONGEST_DAYS);
  const picked = pick(points);
  const judged = picked?.point.verdict.state === 'blocked' ? undefined : picked;
  const unusable = id === undefined ? (picked ?? points[0]) : picked;
  return { judged, unusable: unusable?.point.verdict.reasons ?? [], newestClean: cleanOf(points)?.time ?? null };
}

async function missingRights(session: AzureSession, ahead: Ahead) {
  const rights = rightsAhead(ahead);
  const keyVaultIds = Object.values(rights).flatMap((some) => some.flatMap(({ places }) => places['key-vault'] ?? []));
  const judge = await rightsJudge(session, ahead.item.subscriptionId, [...new Set(keyVaultIds)]);
  const lacking = async (some: readonly RightAhead[]) =>
    (await Promise.all(some.map(({ id, places }) => judge(id, places)))).flatMap(({ missing }) => missing);
  const [disks, keys, machine, encryption, protection, afterCare] = await Promise.all(
    restoreStep.options.map((step) => lacking(rights[step])),
  );
  return { disks, keys, machine, encryption, protection, 'after-care': afterCare };
}
