import { putCloud } from '../world/cloud';
import type { CloudName } from '../world/cloud';
import type { World } from '../world/world';
import { seedCatastrophe } from './catastrophe/catastrophe';
import { seedContoso } from './contoso';
import { seedDisaster } from './disaster';
import { seedEstate } from './estate';
import { seedOutage } from './outage';
import { seedGreenfield } from './greenfield';
import { seedLarge } from './large';
import { seedRetirement } from './retirement';
import { seedGroups } from './groups';
import { seedPeople } from './people';
import { seedProvider } from './provider';

/**
 * What a new world can be filled with: the demo company, the same on the morning after a machine and its key vault were deleted, or on its way out of Azure Disk Encryption, its
 * people with an estate of 200 protected machines of which nearly all are gone, the company with 1,000, 10,000 or 50,000 machines more, or with 10,000 that are backed up every night, its people with 5,000 machines over 50 subscriptions, the company before anybody thought of backups, the company as the service provider of a customer, the company while a region is out, or its people and empty subscriptions.
 */
export const seedNames = [
  'contoso',
  'disaster',
  'retirement',
  'catastrophe',
  'thousand',
  'large',
  'huge',
  'nightly',
  'estate',
  'greenfield',
  'provider',
  'outage',
  'empty',
] as const;

export type SeedName = (typeof seedNames)[number];

const seeds: Record<SeedName, (world: World) => void> = {
  contoso: seedContoso,
  disaster: seedDisaster,
  retirement: seedRetirement,
  catastrophe: seedCatastrophe,
  thousand: seedLarge(1_000),
  large: seedLarge(10_000),
  huge: seedLarge(50_000),
  nightly: seedLarge(16_700, true),
  estate: seedEstate(50, 100),
  greenfield: seedGreenfield,
  provider: seedProvider,
  outage: seedOutage,
  empty(world) {
    seedPeople(world);
    seedGroups(world);
  },
};

/** Fills an empty world, in one transaction. */
export function plant(world: World, name: SeedName, cloud: CloudName = 'public'): void {
  world.write(() => {
    putCloud(world, cloud);
    seeds[name](world);
  });
}
