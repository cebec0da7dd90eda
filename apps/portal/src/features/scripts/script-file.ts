import type { Dialect } from '@tresor/scripts';

interface ScriptFile {
  name: string;
  type: string;
  content: string;
}

/** A name of things becomes the name of a file. */
const plainName = (name: string) => name.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[.-]+/, '');

/**
 * The script as a file. Windows PowerShell reads a file without a byte order mark as ANSI, where a letter of UTF-8 can become a quote:
 * its scripts begin with the mark.
 */
export function scriptFile(name: string, dialect: Dialect, text: string): ScriptFile {
  if (dialect === 'az') return { name: `${plainName(name)}.sh`, type: 'text/x-shellscript', content: text };
  return { name: `${plainName(name)}.ps1`, type: 'text/plain', content: `\ufeff${text.replaceAll('\n', '\r\n')}` };
}
