import type { Section } from '../script';
import type { JourneyValues } from '../values';
import type { Language } from '../words';
import type { Modules } from './dialect';
import { newDisks, restoredFiles, waitForJob } from './disks';
import { removeLeftoversOfTold, renewEncryption } from './encryption';
import { cleanUp, temporaryFolder } from './frame';
import { bringBackKeys, keyUrls } from './keys';
import { createMachine } from './machine';
import { protectAgain } from './protect';

/** From the job that restores the disks to the machine that runs: what a step finds out the later ones use. */
export const endJourney = (modules: Modules, values: JourneyValues, language: Language): Section[] => [
  waitForJob(modules),
  restoredFiles(modules, values, language),
  temporaryFolder,
  newDisks(modules, values, language),
  ...(values.keys ? [keyUrls(values.keys), ...bringBackKeys(modules, values, values.keys)] : []),
  ...createMachine(modules, values, language),
  // Nothing that fails from here on leaves the machine without a backup.
  protectAgain(modules, values),
  ...(values.keys ? [...renewEncryption(modules, values, values.keys, language), removeLeftoversOfTold(modules, language)] : []),
  cleanUp,
];
