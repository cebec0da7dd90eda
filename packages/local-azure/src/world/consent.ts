import type { World } from './world';

/** Applications whose consent was withdrawn: nobody is given a token for a service of Azure through them. */
function withdrawn(world: World) {
  return world.documents<{ by: string }>('withdrawn-consents');
}

/** Whether an application may act for people at services of Azure. It may, from its registration on, until somebody withdraws it. */
export function hasConsent(world: World, appId: string): boolean {
  return withdrawn(world).get(appId.toLowerCase()) === undefined;
}

export function giveConsent(world: World, appId: string): void {
  withdrawn(world).delete(appId.toLowerCase());
}

/** `by`: object id of the administrator. */
export function withdrawConsent(world: World, appId: string, by: string): void {
  withdrawn(world).put(appId.toLowerCase(), { by });
}
