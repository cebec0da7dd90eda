import { expect } from 'vitest';
import { AZ_COMMANDS } from '../az-commands.fixture';

/** The command a call names and its options; those that az does not know are an error. */
export function understood(call: readonly string[]): { command: string; options: Map<string, string[]> } {
  const from = call.findIndex((word) => word.startsWith('--'));
  const command = call.slice(0, from === -1 ? call.length : from).join(' ');
  const known = AZ_COMMANDS[command];
  expect(known, `az ${command}`).toBeDefined();
  const options = new Map<string, string[]>();
  let option = '';
  for (const word of call.slice(command === '' ? 0 : command.split(' ').length)) {
    if (word.startsWith('--')) {
      option = word.slice(2);
      expect(known, `az ${command} ${word}`).toContain(option);
      options.set(option, []);
    } else options.get(option)?.push(word);
  }
  return { command, options };
}
