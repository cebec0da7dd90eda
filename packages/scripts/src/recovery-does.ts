import type { RecoveryValues } from './values';
import { words, type Language } from './words';

/** What the script of a plan does, in order: a line for the disks of all, and one for each wave with the names of its machines. */
export function recoveryDoes({ machines }: RecoveryValues, language: Language): string[] {
  const waves = [...new Set(machines.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  const namesIn = (wanted: number) => machines.flatMap(({ wave, vmName }) => (wave === wanted ? [vmName] : [])).join(', ');
  return [words.askForDisks[language], ...waves.map((wave) => `${words.wave[language]} ${String(wave)}: ${namesIn(wave)}`)];
}
