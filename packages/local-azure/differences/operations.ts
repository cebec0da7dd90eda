const RESOURCES = 'Microsoft.Resources';

/** The provider of a path: the last one it names. */
export function providerOf(path: string): string {
  return [...path.matchAll(/\/providers\/(Microsoft\.\w+)/gi)].at(-1)?.[1] ?? RESOURCES;
}
