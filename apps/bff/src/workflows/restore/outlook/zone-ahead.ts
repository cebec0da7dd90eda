import type { StandingMachine } from '../../../azure/items/standing';

interface Facts {
  /** As the recovery point tells it. */
  ofPoint: string | null;
  machine: Pick<StandingMachine, 'standing' | 'zone'>;
  /** Whether disks come back, and no files in a storage account. */
  areDisks: boolean;
  isPaired: boolean;
}

/** The availability zone in which restored disks will be: that of the machine. Null where they will be in none; undefined where that is not known. */
export function zoneAhead({ ofPoint, machine: { standing, zone }, areDisks, isPaired }: Facts): string | null | undefined {
  if (!areDisks || isPaired) return null;
  if (ofPoint !== null) return ofPoint;
  return standing === 'there' ? zone : undefined;
}
