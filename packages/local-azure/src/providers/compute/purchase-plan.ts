import { ArmError } from '../../arm/route';
import { at, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import type { OperationError } from './operations';

const PARTS = ['name', 'publisher', 'product'] as const;

const isSame = (one: unknown, other: unknown): boolean =>
  PARTS.every((part) => text(at(one, part))?.toLowerCase() === text(at(other, part))?.toLowerCase());

/** What a machine keeps of the plan that is named when it is made; it is not changed later. @throws ArmError 409 */
export function planOf(before: ArmResource | undefined, body: Record<string, unknown>): { plan?: unknown } {
  const [kept, given] = [before?.['plan'], body['plan']];
  if (before && given !== undefined && !isSame(given, kept)) {
    throw new ArmError(409, 'PropertyChangeNotAllowed', "Changing property 'plan' is not allowed.");
  }
  const plan = kept ?? given;
  return plan === undefined ? {} : { plan };
}

/** What the disk of the system of a machine with a plan tells of it. */
export const planOfNewDisk = ({ plan }: ArmResource): { purchasePlan?: unknown } =>
  plan === undefined ? {} : { purchasePlan: Object.fromEntries(PARTS.map((part) => [part, record(plan)[part]])) };

/** A system that was bought runs in machines alone that name its plan, which the service finds out only while it makes one. */
export function planTrouble(world: World, vm: ArmResource): OperationError | undefined {
  const disk = world.resources.get(text(at(vm.properties, 'storageProfile', 'osDisk', 'managedDisk', 'id')) ?? '');
  const bought = disk?.properties['purchasePlan'];
  if (bought === undefined || isSame(bought, vm['plan'])) return undefined;
  return {
    code: 'VMMarketplaceInvalidInput',
    message: `Creating a virtual machine from Marketplace image or a custom image sourced from a Marketplace image requires Plan information in the request. VM: '${vm.id}'.`,
  };
}
