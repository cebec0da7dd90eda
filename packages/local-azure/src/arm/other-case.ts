import { unkindnessOf } from '../world/delays';
import type { World } from '../world/world';
import type { ArmAnswer } from './route';

const DISK_IDS = /(\/resourceGroups\/)([^/"]+)(?=\/providers\/Microsoft\.Compute\/disks\/)/gi;

/** Compute repeats the group of a machine's disks in capital letters, however it was spelled, as recorded; a kind world does not. */
export function inOtherCase(world: World, action: string | null, answer: ArmAnswer): ArmAnswer {
  if (action !== 'Microsoft.Compute/virtualMachines/read' || answer.body === undefined || unkindnessOf(world) === 'kind') return answer;
  const { body, ...rest } = answer;
  const json = JSON.stringify(body).replace(DISK_IDS, (_whole, word: string, group: string) => word + group.toUpperCase());
  return { ...rest, json };
}
