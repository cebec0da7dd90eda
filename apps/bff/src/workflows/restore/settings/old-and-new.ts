import type { MachineDraft, VaultPath } from '@tresor/contracts';
import type { Tags } from '@tresor/support-matrix';
import { toldFeatures } from '../../../azure/compute/machine-features';
import { readMachineSettings, type MachineSettings } from '../../../azure/compute/machine-settings';
import { byHand, givenOn, withOthers } from '../../../azure/compute/old-tags';
import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { readInterface, type InterfaceSettings } from '../../../azure/network/interface-settings';
import { listPublicAddresses, type PublicAddress } from '../../../azure/network/restore-network';
import { readKeptSettings } from '../../../azure/restores/kept-settings';
import { inSight } from '../../../facts';
import { readJourney, type Journey } from '../journey/journey';

type Source = 'recovery-point' | 'resource';

/** Why something is not known: nothing tells it any more; the user may not look; a firewall does not let our server in. */
export type Unknown = 'missing' | 'hidden' | 'firewalled';

interface Told {
  source: Source;
  settings: MachineSettings;
}

/** What is still known of the old machine. */
export interface OldMachine {
  settings: MachineSettings | Unknown;
  source: Source | null;
  /** By whom its features are told: each by the first that does, as a new machine is made with them. */
  told: readonly Told[];
  /** Of its extensions only the machine itself tells. */
  extensions: string[] | 'missing' | 'hidden';
  nic: InterfaceSettings | Unknown;
}

export interface NewMachine {
  id: string;
  settings: MachineSettings;
  nic: InterfaceSettings | null;
}

export interface OldAndNew {
  old: OldMachine;
  /** The public addresses in sight. */
  publicAddresses: PublicAddress[];
  /** Null before there is one, or where the user may not see it. */
  made: NewMachine | null;
}

/** What is told of the old machine: by the recovery point's configuration, then by the machine where it still stands. */
export async function readToldSettings(session: AzureSession, { oldId, attributes }: Journey): Promise<MachineSettings[]> {
  const told = await Promise.all([readKeptSettings(session, attributes), readMachineSettings(session, oldId)]);
  return told.filter((settings) => typeof settings === 'object');
}

/** What is decided of the tags of a new machine, and of what is made for it. */
export type TagsDecided = Pick<MachineDraft, 'withoutTags' | 'addedTags'>;

/**
 * The tags with which a new machine, and what is made for it, is made: the old one's, unless somebody decides otherwise, and what is added by
 * hand. In isolation it has no others: what starts, backs up, watches or bills machines by their tags would take it for the old one.
 */
export const tagsFor = (
  { isolation }: Pick<Journey, 'isolation'>,
  told: readonly MachineSettings[],
  { withoutTags, addedTags }: TagsDecided = {},
): Tags => withOthers(byHand(addedTags), isolation !== null || withoutTags === true ? {} : givenOn(tagTeller(told)?.tags ?? {}));

/** Who tells the tags: while the old machine stands, that does, for they say what it is to a company today, not what was in it once. */
export const tagTeller = <Teller>(told: readonly Teller[]): Teller | undefined => told.at(-1);

/** The old machine as the recovery point's configuration tells it, else as it still stands, and the new one. */
export async function readOldAndNew(session: AzureSession, vault: VaultPath, jobId: string): Promise<OldAndNew> {
  const journey = await readJourney(session, vault, jobId);
  const { oldId, attributes } = journey;
  const machine = inSight(journey.machine, null);
  const isSame = machine !== null && sameId(machine.id, oldId);
  const [kept, standing, made, publicAddresses] = await Promise.all([
    readKeptSettings(session, attributes),
    // Under its old name the new machine stands where the old one stood.
    isSame ? ('missing' as const) : readMachineSettings(session, oldId),
    machine ? readNew(session, machine.id) : null,
    listPublicAddresses(session, vault.subscriptionId),
  ]);
  const stands = typeof standing === 'object' ? standing : null;
  const fromPoint = typeof kept === 'object' ? kept : null;
  const told: Told[] = [
    ...(fromPoint ? [{ source: 'recovery-point' as const, settings: fromPoint }] : []),
    ...(stands ? [{ source: 'resource' as const, settings: stands }] : []),
  ];
  const [first] = told;
  const settings = first ? { ...first.settings, ...toldFeatures(told.map((one) => one.settings)) } : whyUnknown(kept, standing);
  const nicId = fromPoint?.nicId ?? stands?.nicId;
  const nic = nicId ? await readInterface(session, nicId) : typeof settings === 'string' ? settings : 'missing';
  return {
    old: {
      settings,
      source: first?.source ?? null,
      told,
      extensions: standing === 'hidden' ? standing : (stands?.extensions ?? 'missing'),
      nic,
    },
    publicAddresses,
    made,
  };
}

/** Nobody’s rights help where a firewall hides the one place that would tell. */
function whyUnknown(...places: readonly (MachineSettings | Unknown)[]): Unknown {
  if (places.includes('firewalled')) return 'firewalled';
  return places.includes('hidden') ? 'hidden' : 'missing';
}

async function readNew(session: AzureSession, id: string): Promise<NewMachine | null> {
  const settings = await readMachineSettings(session, id);
  if (typeof settings !== 'object') return null;
  const nic = settings.nicId === null ? null : await readInterface(session, settings.nicId);
  return { id, settings, nic: typeof nic === 'object' ? nic : null };
}
