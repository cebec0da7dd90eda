import { movesKeys, type Dialect, type JourneyValues, type RestoreStep, type Wanted } from '@tresor/scripts';
import { PUBLIC_ADDRESS, RESTORED_FILES, rightsFor, type Need, type PlaceRights, type StepId } from '@tresor/support-matrix';

interface Rights {
  steps: readonly StepId[];
  more?: readonly Need[];
}

/** A script that does nothing in a step takes no rights for it. */
const NONE: Rights = { steps: [] };

const STEPS: Record<RestoreStep, (values: JourneyValues, dialect: Dialect) => Rights> = {
  disks: ({ inPair }) => ({ steps: [inPair ? 'restore-in-pair' : 'restore-disks'] }),
  keys: ({ keys }, dialect) => {
    if (!keys) return NONE;
    const isStale = [keys.secret, keys.key].some((one) => one?.state === 'disabled' || one?.state === 'expired');
    return {
      steps: ['recover-key-vault', 'create-key-vault', 'recover-keys', 'restore-keys', ...(isStale ? (['renew-keys'] as const) : [])],
      // The others are told by the recovery point what it holds, Az reads the file beside the disks.
      ...(dialect === 'Az' && { more: RESTORED_FILES }),
    };
  },
  machine: ({ keys, pass, targetGroup, machine }) => ({
    steps: [
      'create-machine',
      ...(keys && pass === 'single' && movesKeys(keys) ? [targetGroup === null ? ('move-vhd-keys' as const) : ('move-keys' as const)] : []),
    ],
    ...(machine.publicIp && { more: PUBLIC_ADDRESS }),
  }),
  encryption: ({ keys }) => (keys ? { steps: ['renew-encryption'] } : NONE),
  protection: ({ inPair }) => (inPair ? NONE : { steps: ['protect-restored'] }),
  'after-care': ({ keys }) => (keys ? { steps: ['remove-leftovers'] } : NONE),
};

const journey = (values: JourneyValues, dialect: Dialect): Rights[] => [
  ...Object.values(STEPS).map((rights) => rights(values, dialect)),
  // VHDs are found by what lies in the storage account.
  ...(values.targetGroup === null ? [{ steps: [], more: RESTORED_FILES }] : []),
];

function partsOf(wanted: Wanted, dialect: Dialect): Rights[] {
  if (wanted.of === 'restore')
    return wanted.step === 'journey' ? journey(wanted.values, dialect) : [STEPS[wanted.step](wanted.values, dialect)];
  if (wanted.of === 'recovery') return wanted.values.machines.flatMap((values) => journey(values, dialect));
  if (wanted.of === 'disks') return [{ steps: [wanted.values.inPair ? 'restore-in-pair' : 'restore-disks'] }];
  return [{ steps: [wanted.of === 'backup-now' ? 'back-up-now' : 'enable-backup'] }];
}

const KEY_VAULTS: readonly PlaceRights['place'][] = ['key-vault', 'policy-key-vault', 'role-key-vault'];

/** Whether any machine of a script has keys: one without is made without a key vault. */
function hasKeys(wanted: Wanted): boolean {
  if (wanted.of === 'restore') return wanted.values.keys !== null;
  return wanted.of === 'recovery' && wanted.values.machines.some(({ keys }) => keys !== null);
}

/** Whether any machine of a script has managed disks: VHDs are in no resource group. */
function hasDisks(wanted: Wanted): boolean {
  if (wanted.of === 'restore') return wanted.values.targetGroup !== null;
  return wanted.of === 'recovery' && wanted.values.machines.some(({ targetGroup }) => targetGroup !== null);
}

/** What the person who runs a script must be allowed, place by place. */
export function scriptRights(wanted: Wanted, dialect: Dialect): PlaceRights[] {
  const parts = partsOf(wanted, dialect);
  return rightsFor(
    parts.flatMap(({ steps }) => steps),
    parts.flatMap(({ more = [] }) => more),
  ).filter(({ place }) => {
    if (KEY_VAULTS.includes(place)) return hasKeys(wanted);
    return place !== 'disk-group' || hasDisks(wanted);
  });
}

const subscriptionsOf = ({ of, values }: Wanted): string[] =>
  of === 'recovery' ? [...new Set(values.machines.map(({ subscriptionId }) => subscriptionId))] : [values.subscriptionId];

/** The part of a script that works in one subscription. */
const partIn = (wanted: Wanted, subscription: string): Wanted =>
  wanted.of === 'recovery'
    ? { ...wanted, values: { ...wanted.values, machines: wanted.values.machines.filter((one) => one.subscriptionId === subscription) } }
    : wanted;

/** How what a script takes stands with subscriptions that customers have delegated. */
export interface DelegatedScript {
  /** Whether it works in any of them. */
  isForCustomer: boolean;
  /** Those in which it takes what no delegation gives: none but the customer can run it there. */
  byCustomer: string[];
}

export function delegatedScript(wanted: Wanted, dialect: Dialect, isDelegated: (subscriptionId: string) => boolean): DelegatedScript {
  const delegated = subscriptionsOf(wanted).filter(isDelegated);
  const isOutOfReach = (id: string) => scriptRights(partIn(wanted, id), dialect).some(({ delegable }) => delegable.never.length > 0);
  return { isForCustomer: delegated.length > 0, byCustomer: delegated.filter(isOutOfReach) };
}
