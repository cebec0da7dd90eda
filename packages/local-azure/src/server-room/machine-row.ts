import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import { guestOf, isUp } from '../world/compute/guests';
import type { Guest } from '../world/compute/guests';
import { groupOf } from '../world/arm-ids';
import type { ArmResource, World } from '../world/world';
import { COMMANDS, isCommand } from './commands';
import type { CommandName } from './commands';
import type { texts } from './words';

type Words = (typeof texts)['de'];

/** One machine: what it is, how it is, and what can be done. `done`: what was just done here; the keyboard goes on there. */
export function machineRow(world: World, words: Words, vm: ArmResource, done: CommandName | undefined): Markup {
  const guest = guestOf(world, vm.id);
  const commands = Object.keys(COMMANDS)
    .filter(isCommand)
    .filter((name) => COMMANDS[name].mayGive(guest));
  return html`<li class="machine">
    <div>
      <h2 class="name">${vm.name}</h2>
      <p class="explanation">${groupOf(vm.id)}: ${stateOf(guest, words).join(', ')}</p>
      ${done ? html`<p role="status" tabindex="-1" autofocus>${words.done[done]}</p>` : ''}
    </div>
    <div class="commands">${commands.map((name) => button(vm, name, words))}</div>
  </li>`;
}

function button({ id, name }: ArmResource, command: CommandName, words: Words): Markup {
  const label = words.commands[command];
  return html`<button class="plain" name="${command}" value="${id}" aria-label="${label}: ${name}">${label}</button>`;
}

function stateOf(guest: Guest, words: Words): string[] {
  const { power, agent, network, recovery, systemDamaged, lockedDrive } = guest;
  const runs = isUp(guest);
  const agentState = runs ? (agent.running ? 'runs' : 'silent') : 'there';
  return [
    words.power[power],
    ...(power === 'running' && recovery !== undefined ? [words.recovery] : []),
    ...(power === 'running' && systemDamaged ? [words.systemDamaged] : []),
    words.agent[agent.installed ? agentState : 'missing'].replace('{}', agent.version),
    ...(runs ? [words.network[network ? 'connected' : 'cut']] : []),
    ...(runs && lockedDrive ? [words.lockedDrive] : []),
  ];
}
