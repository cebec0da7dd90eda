import { hexOf } from '../stable-ids';
import type { World } from '../world';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What Azure has accepted and does not act upon at once. */
interface Delay {
  /** The longest time that is documented or was reported, in milliseconds. */
  most: number;
  /** Where that is said. */
  source: string;
}

/** The lengths of everything that takes effect late, each with its source. The only place where they stand. */
export const DELAYS = {
  'role-assignments': {
    most: 10 * MINUTE,
    source:
      'learn.microsoft.com/azure/role-based-access-control/troubleshooting: up to 10 minutes; Resource Manager knows it from a new token on',
  },
  'access-policies': {
    most: MINUTE,
    source:
      'no figure is published; that new access policies are refused at first: github.com/hashicorp/terraform-provider-azurerm/issues/4569',
  },
  'resource-graph': {
    most: 30 * SECOND,
    source: 'github.com/Azure/azure-dev/issues/540: 95 % of all changes within 30 seconds',
  },
  'subscription-lists': {
    most: 15 * MINUTE,
    source:
      'github.com/Azure/azure-rest-api-specs/issues/28600: what is new is missing for 15 minutes in lists of a subscription, in those of a group not; issues/21221: in the list of all resources of a group what was deleted is still shown',
  },
  'key-vault-work': {
    most: 30 * SECOND,
    source:
      'github.com/Azure/azure-sdk-for-net/issues/34322: Key Vault works on after its answer, and half a minute should do; what it does when it deletes, recovers, purges, and registers the name of a new key vault',
  },
  'container-names': {
    most: 30 * SECOND,
    source: 'learn.microsoft.com/rest/api/storageservices/delete-container: no container of the same name for at least 30 seconds',
  },
  'network-provisioning': {
    most: 10 * SECOND,
    source:
      'recordings of public addresses, networks and changed interfaces answer Updating (2019 to 2025); that naming one too early is refused: github.com/hashicorp/terraform/issues/7986; no length is published',
  },
  'backup-queueing': {
    most: 7 * SECOND,
    source:
      'recordings of 2017 and 2023: the operation of a backup or of a restore is in progress one to two seconds after its request, and had succeeded by eight',
  },
  'policy-assignments': {
    most: 30 * MINUTE,
    source:
      'learn.microsoft.com/azure/governance/policy/how-to/get-compliance-data: around 5 minutes until an assignment is applied to its scope, in earlier editions 30; of its end nothing is said',
  },
  'policy-evaluation': {
    most: 5 * MINUTE,
    source:
      'learn.microsoft.com/azure/governance/policy/how-to/get-compliance-data: what becomes of a new or changed resource is known around 15 minutes later; ten of them are the delay of the effect deployIfNotExists',
  },
  'provider-registration': {
    most: 10 * MINUTE,
    source: 'learn.microsoft.com/azure/azure-arc/kubernetes/quickstart-connect-cluster: registration may take up to 10 minutes',
  },
} as const satisfies Record<string, Delay>;

export type DelayName = keyof typeof DELAYS;

/** `kind`: everything takes effect at once; `longest`: as late as it may; a seed: each change as late as chance says, the same for the same seed. */
export type Unkindness = 'kind' | 'longest' | { seed: number };

/** How a program is where nobody says otherwise: as unkind as Azure, and the same for everybody who tries the same. */
export const USUAL_UNKINDNESS: Unkindness = { seed: 1 };

/** Reads `kind`, `longest` or a seed; undefined when it is none of them. */
export function unkindnessFrom(text: string | undefined): Unkindness | undefined {
  if (text === 'kind' || text === 'longest') return text;
  return text !== undefined && /^\d{1,9}$/.test(text) ? { seed: Number(text) } : undefined;
}

const chosen = new WeakMap<World, Unkindness>();

/** How kind a world is. It belongs to the one who runs the world, not to its state. */
export const unkindnessOf = (world: World): Unkindness => chosen.get(world) ?? 'kind';

/** The one switch. */
export function setUnkindness(world: World, unkindness: Unkindness): void {
  chosen.set(world, unkindness);
  world.lately.keepFor(unkindness === 'kind' ? 0 : Math.max(DELAYS['resource-graph'].most, DELAYS['subscription-lists'].most));
}

/** How long it takes until a change, named so that chance can tell it from others, has its effect; milliseconds of the world. */
export function delayOf(world: World, name: DelayName, change: string): number {
  const unkindness = unkindnessOf(world);
  if (unkindness === 'kind') return 0;
  const { most } = DELAYS[name];
  if (unkindness === 'longest') return most;
  const share = Number.parseInt(hexOf(`${unkindness.seed} ${name} ${change.toLowerCase()}`).slice(0, 8), 16) / 0xffffffff;
  return Math.round(share * most);
}
