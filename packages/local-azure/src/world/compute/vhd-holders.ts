import type { World } from '../world';

/** Machines by the VHDs they run from: a blob serves one machine at a time. */
const holders = (world: World) => world.documents<{ vmId: string }>('vhd-holders');
const keyOf = (url: string) => (url.split('?')[0] ?? '').toLowerCase();

/** ARM id of the machine that runs from a VHD, by its URL in any case and whatever its query; undefined where none does. */
export const holderOf = (world: World, url: string): string | undefined => holders(world).get(keyOf(url))?.vmId;

/** Whether a machine runs from a VHD whose URL begins so. */
export function holdsBelow(world: World, url: string): boolean {
  const begin = keyOf(url);
  return holders(world).keys(begin, `${begin}\u{10FFFF}`, 1).length > 0;
}

/** Gives VHDs to a machine, no matter what had them: that nothing has was looked at before. */
export function holdVhds(world: World, vmId: string, urls: readonly string[]): void {
  for (const url of urls) holders(world).put(keyOf(url), { vmId });
}

/** No machine runs from these VHDs any more. */
export function releaseVhds(world: World, urls: readonly string[]): void {
  for (const url of urls) holders(world).delete(keyOf(url));
}
