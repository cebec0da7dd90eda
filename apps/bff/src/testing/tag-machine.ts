import { vmId } from './contoso-places';
import type { Contoso } from './start-contoso';

/** Gives a machine these tags and no others, as the company does. */
export function tagMachine({ azure }: Contoso, group: string, vm: string, tags: Record<string, string>): void {
  const { resources } = azure.world;
  const machine = resources.get(vmId(group, vm));
  if (!machine) throw new Error(`${vm} is gone.`);
  resources.put({ ...machine, tags });
}
