import { compileExpression, type Compiled } from './compile-expression';
import type { Column, Expression } from './syntax';

/** The name a column gets when the query gives none: its path with underscores, else `Column1`, `Column2` … */
function nameOf({ name, value }: Column, place: number): string {
  return name ?? pathName(value) ?? `Column${String(place + 1)}`;
}

function pathName(value: Expression): string | undefined {
  if (value.kind === 'column') return value.name;
  if (value.kind === 'member') {
    const of = pathName(value.of);
    return of === undefined ? undefined : `${of}_${value.name}`;
  }
  if (value.kind === 'index' && value.index.kind === 'literal') {
    const of = pathName(value.of);
    return of === undefined ? undefined : `${of}_${String(value.index.value)}`;
  }
  // Conversions keep the name of what they convert.
  if (value.kind === 'call' && /^(to|is)/.test(value.name) && value.args.length === 1 && value.args[0]) return pathName(value.args[0]);
  return undefined;
}

interface NamedValue {
  name: string;
  value: Compiled;
}

/** Names and compiles the columns of an operator. */
export function compileColumns(list: readonly Column[], columns: readonly string[]): NamedValue[] {
  return list.map((column, place) => ({ name: nameOf(column, place), value: compileExpression(column.value, columns) }));
}
