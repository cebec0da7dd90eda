import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import { findUser, users, type User } from '../world/directory/directory';
import { askForSecondFactor, signsInWithSecondFactor } from '../world/directory/second-factor';
import type { World } from '../world/world';
import { commandRow } from './command-row';

const FACTOR_COMMANDS = ['password-alone', 'second-factor'] as const;
type FactorCommand = (typeof FACTOR_COMMANDS)[number];

export interface FactorWords {
  title: string;
  explanation: string;
  state: Record<FactorCommand, string>;
  commands: Record<FactorCommand, string>;
  done: Record<FactorCommand, string>;
}

/** Whether a form names a command about the second factor. */
export const isFactorCommand = (name: string): name is FactorCommand => FACTOR_COMMANDS.some((one) => one === name);

const nextCommand = (world: World, { objectId }: User): FactorCommand =>
  signsInWithSecondFactor(world, objectId) ? 'password-alone' : 'second-factor';

/** What administrators decide in Entra: what a sign-in asks for. False where it is so already, or nobody is called so. */
export function giveFactorCommand(world: World, command: FactorCommand, username: string): boolean {
  const user = findUser(world, username);
  if (!user || command !== nextCommand(world, user)) return false;
  world.write(() => askForSecondFactor(world, user.objectId, command === 'second-factor'));
  return true;
}

/** Everybody, with what their sign-in asks for. `done`: what was just done, with whose. */
export const factorList = (world: World, words: FactorWords, done: { command: string; at: string }): Markup =>
  html`<h2 id="sign-ins" class="name">${words.title}</h2>
    <p class="explanation">${words.explanation}</p>
    <form method="post">
      <ul>
        ${users(world)
          .list()
          .map((user) => personRow(words, user, nextCommand(world, user), done))}
      </ul>
    </form>`;

function personRow(
  words: FactorWords,
  { displayName, username }: User,
  command: FactorCommand,
  done: { command: string; at: string },
): Markup {
  const label = words.commands[command];
  return commandRow({
    name: displayName,
    explanation: words.state[command],
    done: done.at === username && isFactorCommand(done.command) ? words.done[done.command] : undefined,
    command,
    at: username,
    label,
    fullLabel: `${label}: ${displayName}`,
  });
}
