import { expect } from 'vitest';
import { powerShellTokens, type Token } from '../writing/powershell.fixture';
import { CMDLETS } from './cmdlets.fixture';

export type PowerShell = keyof typeof CMDLETS;

const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const OPERATORS = new Set([
  'not',
  'like',
  'match',
  'notlike',
  'or',
  'and',
  'ne',
  'eq',
  'ceq',
  'le',
  'gt',
  'notcontains',
  'notin',
  'split',
  'replace',
  'join',
]);

/** Reads a script as PowerShell's parser would, as far as brackets, cmdlets and parameters go. */
export function read(text: string, dialect: PowerShell): Token[] {
  const tokens = powerShellTokens(text);
  const open: { bracket: string; cmdlet: string | undefined }[] = [{ bracket: '', cmdlet: undefined }];
  for (const { kind, text } of tokens) {
    const here = open.at(-1);
    if (here === undefined) throw new SyntaxError('A bracket closes that never opened.');
    if (kind === 'line' || (kind === 'sign' && /[|;=]/.test(text))) here.cmdlet = undefined;
    if (kind === 'sign' && '([{'.includes(text)) open.push({ bracket: text, cmdlet: undefined });
    if (kind === 'sign' && text in CLOSERS && open.pop()?.bracket !== CLOSERS[text]) throw new SyntaxError(`${text} closes nothing`);
    if (kind !== 'word') continue;
    if (/^[A-Z][A-Za-z]+-[A-Z]\w+$/.test(text)) {
      expect(CMDLETS[dialect], text).toHaveProperty(text);
      here.cmdlet = text;
    }
    const [, parameter] = /^-([A-Za-z]\w*)$/.exec(text) ?? [];
    if (parameter === undefined || OPERATORS.has(parameter)) continue;
    expect(CMDLETS[dialect][here.cmdlet ?? ''], `${here.cmdlet ?? '?'} -${parameter}`).toContain(parameter);
  }
  expect(open).toHaveLength(1);
  return tokens;
}
