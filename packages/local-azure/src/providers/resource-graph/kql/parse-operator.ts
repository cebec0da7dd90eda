import { linearExpression } from './linear-expression';
import { toMoment } from './moments';
import { toNumber } from './values';

/** A piece of the pattern of `parse`: a text that must stand there, a column for what stands there, or whatever may. */
export type ParsePart = { text: string } | { column: string; type: string } | { any: true };

const literally = (text: string): string => text.replaceAll(/[.*+?^$()|[\]{}\\/-]/g, String.raw`\$&`);

function converted(text: string | undefined, type: string): unknown {
  if (text === undefined) return null;
  switch (type) {
    case 'int':
    case 'long':
    case 'real':
    case 'double':
      return toNumber(text);
    case 'bool':
      return text.toLowerCase() === 'true';
    case 'datetime':
      return toMoment(text);
    default:
      return text;
  }
}

/** Cuts a text by a pattern. Answers the columns, all of them null when the text does not fit. */
export function compileParse(parts: readonly ParsePart[]): (text: string) => [name: string, value: unknown][] {
  const pattern = parts.map((part, at) => {
    const isLast = at === parts.length - 1;
    if ('text' in part) return literally(part.text);
    return 'any' in part ? '[\\s\\S]*?' : isLast ? '([\\s\\S]*)' : '([\\s\\S]*?)';
  });
  const expression = linearExpression(`^${pattern.join('')}$`);
  const columns = parts.flatMap((part) => ('column' in part ? [part] : []));
  return (text) => {
    const found = expression.exec(text);
    return columns.map(({ column, type }, at) => [column, converted(found?.[at + 1], type)]);
  };
}
