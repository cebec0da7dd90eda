import type { AuditedCommand } from '@tresor/contracts';
import type { Message } from '../../language/messages';
import { commandWords, noAnswer, resultWords } from '../../words/command-words';
import { messages } from './messages';

type Say = (message: Message) => string;

const chosen = ({ about }: AuditedCommand): string =>
  Object.entries(about)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** What stands in the file: everything that is on record of a command, moments as ISO 8601. */
const COLUMNS: readonly (readonly [heading: Message, read: (command: AuditedCommand, say: Say) => string])[] = [
  [messages.time, ({ at }) => at],
  [messages.person, ({ by }) => by.name],
  [messages.signInName, ({ by }) => by.username],
  [messages.objectId, ({ by }) => by.oid],
  [messages.command, ({ command }, say) => say(commandWords[command])],
  [messages.commandName, ({ command }) => command],
  [messages.thing, ({ target }) => target],
  [messages.scope, ({ scope }) => scope],
  [messages.restore, ({ restore }) => restore ?? ''],
  [messages.chosen, chosen],
  [messages.result, ({ result }, say) => say(result === null ? noAnswer : resultWords[result])],
  [messages.code, ({ code }) => code ?? ''],
  [messages.refusedAgain, ({ refusedAgain }, say) => (refusedAgain === null ? say(messages.notCounted) : String(refusedAgain))],
  [messages.job, ({ jobId }) => jobId ?? ''],
  [messages.end, ({ end }) => end?.end ?? ''],
  [messages.endedAt, ({ end }) => end?.at ?? ''],
  [messages.reason, ({ reason }) => reason ?? ''],
  [messages.correlationId, ({ correlationId }) => correlationId],
];

/** The commands as rows of text, headings first. */
export const tableOf = (commands: readonly AuditedCommand[], say: Say): string[][] => [
  COLUMNS.map(([heading]) => say(heading)),
  ...commands.map((command) => COLUMNS.map(([, read]) => read(command, say))),
];

/** The commands as the server tells them, a line of JSON each. */
export const linesOf = (commands: readonly AuditedCommand[]): string => commands.map((command) => `${JSON.stringify(command)}\n`).join('');
