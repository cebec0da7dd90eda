import { record, text } from '../../world/json';
import type { World } from '../../world/world';

/** User data of machines, by their ids in lower case: shown only where somebody asks for it. */
const userData = (world: World) => world.documents<{ data: string }>('user-data');

/** As it was given, by the machine’s ARM id in any case. */
export const userDataOf = (world: World, vmId: string): string | undefined => userData(world).get(vmId.toLowerCase())?.data;

/** Whether it had any. */
export const forgetUserData = (world: World, vmId: string): boolean => userData(world).delete(vmId.toLowerCase());

/** What is asked of a machine, without what Azure takes and does not show in its model: the password, custom data, user data. */
export function withoutSecrets(asked: Record<string, unknown>): Record<string, unknown> {
  const { userData: _, ...shown } = asked;
  if (shown['osProfile'] === undefined) return shown;
  const { adminPassword: __, customData: ___, ...osProfile } = record(shown['osProfile']);
  return { ...shown, osProfile };
}

/** Keeps the user data that is asked for, where any is. */
export function keepUserData(world: World, vmId: string, asked: Record<string, unknown>): void {
  const data = text(asked['userData']);
  if (data !== undefined) userData(world).put(vmId.toLowerCase(), { data });
}
