/** `DC01`, `NorthDC2`, `hq-dc-1`: how companies call what the others sign in to. */
const DIRECTORY = /(?:^|[a-z0-9_-])(?:DC|ADDS)[-_]?\d*$|(?:^|[_-])(?:dc|adds)[-_]?\d*$/;

/** Whether a machine is a domain controller by its name; of one that is gone nothing else tells. */
export const isDirectoryByName = (name: string): boolean => DIRECTORY.test(name);

/** What the others need comes first; where there is nothing of it, all come at once. */
export function wavesOf<Machine extends { name: string }>(machines: readonly Machine[]): (Machine & { wave: number })[] {
  const hasDirectory = machines.some(({ name }) => isDirectoryByName(name));
  return machines.map((machine) => ({ ...machine, wave: hasDirectory && !isDirectoryByName(machine.name) ? 2 : 1 }));
}
