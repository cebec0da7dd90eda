import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export const FRONT_MATTER = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;
const INCLUDE = /\[(?:!INCLUDE|AZURE\.INCLUDE)\s*(?:\[[^\]]*\]|[^(\]]*)\(([^)\s]+)\)\s*\]/gi;

/**
 * The text of an article as Markdown that a strict parser reads the way people do: no front matter, includes in their places, bold
 * also where a blank is missing or too many, tables also where a row or the line under the head is not whole.
 */
export function lenient(text: string, file: string): string {
  const whole = withIncludes(text.replace(FRONT_MATTER, ''), file);
  const fences = whole.match(FENCE) ?? [];
  return whole
    .split(FENCE)
    .filter((_part, index) => index % 2 === 0)
    .map((part, index) => wholeTables(boldAsHtml(part)) + (fences[index] ?? ''))
    .join('');
}

/** CommonMark reads `**"Backup"**opens` as stars; people read it as bold. */
const boldAsHtml = (text: string) => text.replace(/\*\*[ \t]*([^*\n]*[^*\s])[ \t]*\*\*/g, '<b>$1</b>');

function withIncludes(text: string, file: string): string {
  return text.replace(INCLUDE, (asWritten, path: string) => {
    const included = resolve(dirname(file), path);
    if (!existsSync(included)) return asWritten;
    return readFileSync(included, 'utf8')
      .replace(FRONT_MATTER, '')
      .replace(/(!\[[^\]]*\]\()(\.[^)\s]*)/g, (_all, before: string, link: string) => before + resolve(dirname(included), link));
  });
}

const isDelimiter = (line: string) => /^[ >]*\|?[ :|-]*-[ :|-]*$/.test(line) && line.includes('|');
const columnsOf = (line: string) =>
  line
    .replace(/^[ >]*\|?/, '')
    .replace(/\|\s*$/, '')
    .split('|').length;

function wholeTables(text: string): string {
  const lines = text.replace(/^(\s*\|.*)\n(?:[ \t]*\n)+(?=\s*\|)/gm, '$1\n').split('\n');
  return lines
    .map((line, index) => {
      const head = lines[index - 1];
      if (head === undefined || !isDelimiter(line) || !head.includes('|') || columnsOf(head) === columnsOf(line)) return line;
      return `|${' --- |'.repeat(columnsOf(head))}`;
    })
    .join('\n');
}
