import { randomUUID } from 'node:crypto';
import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import { activateRole, activeRoles, approveRole, endRole, requestRole, type ActiveRole } from '../world/authorization/active-roles';
import { subscriptionOf } from '../world/arm-ids';
import { findUser } from '../world/directory/directory';
import { eligibleRoles, type EligibleRole } from '../world/authorization/eligible-roles';
import { findRole } from '../world/authorization/roles';
import { subscriptions } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { commandRow } from './command-row';

const HOUR = 3_600_000;

const ROLE_COMMANDS = ['activate-role', 'ask-for-role', 'approve-role', 'end-role'] as const;
type RoleCommand = (typeof ROLE_COMMANDS)[number];

export interface RoleWords {
  title: string;
  explanation: string;
  /** Stands before the names of those who must approve. */
  approvers: string;
  state: Record<RoleCommand, string>;
  commands: Record<RoleCommand, string>;
  done: Record<RoleCommand, string>;
}

/** Whether a form names a command about eligible roles. */
export const isRoleCommand = (name: string): name is RoleCommand => ROLE_COMMANDS.some((one) => one === name);

const activeOf = (world: World, { name }: EligibleRole): ActiveRole | undefined =>
  activeRoles(world)
    .list()
    .find(({ eligible, hasEnded, approval }) => !hasEnded && approval?.state !== 'denied' && eligible.name === name);

/** What can be done about a role as it stands. */
function nextCommand(eligible: EligibleRole, active: ActiveRole | undefined): RoleCommand {
  if (!active) return eligible.approvers ? 'ask-for-role' : 'activate-role';
  return active.approval?.state === 'pending' ? 'approve-role' : 'end-role';
}

/** What people do on the pages of Privileged Identity Management. False where it may not be done any more. */
export function giveRoleCommand(world: World, command: RoleCommand, eligibleName: string): boolean {
  const eligible = eligibleRoles(world).get(eligibleName);
  if (!eligible) return false;
  const active = activeOf(world, eligible);
  if (command !== nextCommand(eligible, active)) return false;
  if (!active) (eligible.approvers ? requestRole : activateRole)(world, requestOf(world, eligible));
  else if (command === 'approve-role') approveRole(world, active, eligible.approvers?.[0] ?? '', 'Local Azure');
  else endRole(world, active.name);
  return true;
}

function requestOf(world: World, eligible: EligibleRole): ActiveRole {
  const startedAt = world.clock.now();
  const { principalId } = eligible;
  return { name: randomUUID(), eligible, principalId, justification: 'Local Azure', duration: 'PT1H', startedAt, endsAt: startedAt + HOUR };
}

/** The roles that people may activate, each with its button; nothing where there are none. `done`: what was just done, with which role. */
export function roleList(world: World, words: RoleWords, done: { command: string; at: string }): Markup {
  const eligible = eligibleRoles(world)
    .list()
    .filter(({ principalType }) => principalType === 'User');
  if (eligible.length === 0) return html``;
  return html`<h2 id="roles" class="name">${words.title}</h2>
    <p class="explanation">${words.explanation}</p>
    <form method="post">
      <ul>
        ${eligible.map((one) => roleRow(world, words, one, done))}
      </ul>
    </form>`;
}

function roleRow(world: World, words: RoleWords, eligible: EligibleRole, done: { command: string; at: string }): Markup {
  const role = findRole(world, eligible.role)?.roleName ?? eligible.role;
  const person = findUser(world, eligible.principalId)?.displayName ?? eligible.principalId;
  const command = nextCommand(eligible, activeOf(world, eligible));
  const approvers = eligible.approvers?.map((id) => findUser(world, id)?.displayName ?? id).join(', ');
  const label = words.commands[command];
  return commandRow({
    name: role,
    explanation: `${person}: ${placeOf(world, eligible)}, ${words.state[command]}${approvers ? `, ${words.approvers} ${approvers}` : ''}`,
    done: done.at === eligible.name && isRoleCommand(done.command) ? words.done[done.command] : undefined,
    command,
    at: eligible.name,
    label,
    fullLabel: `${label}: ${role}, ${person}`,
  });
}

/** The last name of the scope; a subscription has a number only, and a name beside it. */
function placeOf(world: World, { scope }: EligibleRole): string {
  const parts = scope.split('/').filter((part) => part !== '');
  if (parts.length > 2) return parts.at(-1) ?? scope;
  return subscriptions(world).get(subscriptionOf(scope).toLowerCase())?.displayName ?? scope;
}
