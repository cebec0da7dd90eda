import type { Message } from '../../../language/messages';
import { machineMessages as messages } from './machine-messages';

const MOST = 64;

/** What is wrong with the name of a virtual machine, the first thing first; undefined where Azure would take it. */
export function machineNameFault(name: string): Message | undefined {
  if (name === '') return messages.nameMissing;
  if (/\s/.test(name)) return messages.nameBlank;
  if (/[^A-Za-z0-9_.-]/.test(name)) return messages.nameCharacters;
  if (/^[-.]/.test(name)) return messages.nameStart;
  if (name.endsWith('.')) return messages.nameEnd;
  return name.length > MOST ? messages.nameTooLong : undefined;
}
