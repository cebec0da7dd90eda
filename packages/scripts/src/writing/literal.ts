/** Says that a value cannot become part of a script; `value` is what was refused. */
export class UnwritableValueError extends Error {
  override readonly name = 'UnwritableValueError';
  readonly value: string;

  constructor(value: string) {
    super('The value holds a character that no script may hold.');
    this.value = value;
  }
}

/**
 * Control characters, line and paragraph separators, characters that turn the direction of writing or cannot be seen, halves of
 * surrogate pairs and characters without meaning: with them a person could not read what a shell would run.
 */
const UNWRITABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** All that PowerShell takes for a single quote: ' ‘ ’ ‚ ‛ */
const POWERSHELL_QUOTES = /['\u2018-\u201B]/g;

/** Whether a value can be written into a script at all. */
export function isWritable(value: string): boolean {
  return !UNWRITABLE.test(value);
}

function writable(value: string): string {
  if (!isWritable(value)) throw new UnwritableValueError(value);
  return value;
}

/** The value as one word of a POSIX shell. Throws UnwritableValueError. */
export function shellLiteral(value: string): string {
  return `'${writable(value).replaceAll("'", String.raw`'\''`)}'`;
}

/** The value as a verbatim string of PowerShell (Windows PowerShell 5.1 and later). Throws UnwritableValueError. */
export function powerShellLiteral(value: string): string {
  return `'${writable(value).replaceAll(POWERSHELL_QUOTES, '$&$&')}'`;
}

/** The value as a comment up to the end of the line, in shells and PowerShell alike. Throws UnwritableValueError. */
export function comment(value: string): string {
  return `# ${writable(value)}`;
}
