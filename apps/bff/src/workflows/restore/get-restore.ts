import type { Fact, Restore, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { followed, inSight, known } from '../../facts';
import { canComeAgain, comesAgain } from './completion/restore-missing';
import { haveMoved } from './journey/find-chain';
import { judgeForReader, type ProtectionBar } from './journey/judge-restored';
import type { Journey } from './journey/journey';
import type { RestorePart } from './journey/parts';
import { readToldJourney } from './journey/plain-disks';
import type { CommandRecord } from '../record/command-record';
import { clientIdOf } from './steps/encryption';
import { nextOf, stepsOf } from './steps/steps';
import { triedSteps } from './steps/tried-steps';

/** `edition`: whose rules the new machine is held against before it is protected; undefined: none. `alone`: whether a run goes on with it. */
export async function getRestore(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  edition?: Edition,
  alone = false,
): Promise<Restore> {
  const journey = await readToldJourney(record, session, vault, jobId);
  const [bar, clientId] = await Promise.all([
    edition === undefined ? known(null) : barOf(session, journey, edition),
    clientIdOf(session, journey),
  ]);
  return { ...toRestore(journey, bar, clientId), alone };
}

/** What keeps a machine from being protected that is not protected yet. */
async function barOf(session: AzureSession, journey: Journey, edition: Edition): Promise<Fact<ProtectionBar | null>> {
  const { vault, machine, protection, held, chain, pairedRegion } = journey;
  const state = inSight(protection, null)?.state;
  const made = inSight(machine, null);
  return made && (state === 'none' || state === 'stopped') && made.provisioning === 'done'
    ? judgeForReader(session, { vault, machine: made, held, chain, pairedRegion }, edition)
    : known(null);
}

/** Each disk once; of none that a job names is it open whose it is. */
function untaggedOf(parts: readonly RestorePart[]): Restore['untaggedDisks'] {
  const named = parts.flatMap(({ jobId, disks }) =>
    inSight(disks, []).flatMap(({ name, untagged }) => (untagged ? [{ name, jobId, named: true }] : [])),
  );
  const open = parts.flatMap(({ jobId, untold }) => untold.map((name) => ({ name, jobId, named: false })));
  return [...named, ...open].filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at);
}

function toRestore(journey: Journey, bar: Fact<ProtectionBar | null>, clientId: Fact<string | null>): Omit<Restore, 'alone'> {
  const {
    jobId,
    status,
    removed,
    startTime,
    item,
    oldId,
    attributes,
    parts,
    point,
    encrypted,
    held,
    chain,
    keysThere,
    keysSettling,
    disks,
    missing,
    machine,
    open,
    protection,
    leftovers,
    keptLeftovers,
  } = journey;
  const { said: plainDisks, ...openDisks } = open;
  const [, ...more] = parts;
  const latest = parts.at(-1);
  const there = keysThere ?? known(false);
  const steps = stepsOf({
    status,
    removed,
    encrypted,
    hasPoint: point !== null,
    chain,
    keysThere,
    keysSettling,
    disks: followed(disks, ({ length }) => known(length)),
    missing: followed(missing, ({ length }) => known(length)),
    againStatus: more.at(-1)?.status ?? null,
    canComeAgain: canComeAgain(journey),
    machine,
    open,
    signsInIsolated: journey.isolation !== null && held?.pass === 'dual',
    protection: followed(protection, ({ state }) => known(state)),
    protectionBar: bar,
    leftovers,
    kept: followed(keptLeftovers, (kept) => known((kept ?? []).length > 0)),
  });
  return {
    jobId,
    vmId: oldId,
    vmName: item.vmName,
    vmGroup: item.vmGroup,
    startTime,
    recoveryPointId: point?.id ?? null,
    recoveryPointTime: point?.time ?? attributes.pointTime,
    osType: point?.osType ?? 'unknown',
    encrypted,
    managedDisks: point?.managedDisks ?? attributes.targetGroup !== null,
    pass: held?.pass ?? null,
    clientId,
    storageAccountName: attributes.storageAccountName,
    targetGroup: attributes.targetGroup,
    isolatedGroup: journey.isolatedGroup,
    pairedRegion: journey.pairedRegion,
    progressPercentage: latest?.progress ?? null,
    completions: more.map(({ jobId, status }) => ({ jobId, status })),
    completes: journey.completes,
    comesAgain: comesAgain(journey),
    disks: followed(disks, (all) => known(all.map(({ name, url }) => url ?? name))),
    untaggedDisks: untaggedOf(parts),
    keyChain: chain,
    keysThere: there,
    keysMoved: followed(there, (areThere) => known(areThere && chain !== null && haveMoved(held, chain))),
    machineId: journey.machineId,
    policyName: journey.policyName,
    protection: followed(protection, ({ newestPoint, jobId }) =>
      followed(bar, (found) => known({ ruleId: found?.ruleId ?? null, elsewhere: found?.elsewhere ?? null, newestPoint, jobId })),
    ),
    leftovers,
    keptLeftovers,
    openDisks,
    plainDisks,
    steps,
    tried: triedSteps(steps, {
      failure: latest?.failure ?? null,
      machine: inSight(machine, null),
      open,
      missing: inSight(missing, []).map(({ name }) => name),
    }),
    next: nextOf(steps),
  };
}
