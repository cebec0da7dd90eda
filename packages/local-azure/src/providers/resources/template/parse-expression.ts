import { TemplateError } from './template-error';

/** An expression of the template language: `[concat(parameters('name'), '-nic')]` without its brackets. */
export type Expression =
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'property'; of: Expression; name: string }
  | { kind: 'index'; of: Expression; at: Expression };

const tokens = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w]*)|([()[\],.]))/y;

type Token = { kind: 'string' | 'number' | 'name' | 'sign'; text: string };

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.trimEnd().length) {
    const from = tokens.lastIndex;
    const [, string, number, name, sign] = tokens.exec(text) ?? [];
    if (string !== undefined) found.push({ kind: 'string', text: string.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign });
    else throw new TemplateError(`The template language expression '${text}' is not valid at position ${from}.`);
  }
  return found;
}

const LONGEST = 24_576;

/** @throws TemplateError */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST)
    throw new TemplateError(`The language expression length limit exceeded. Limit: '${LONGEST}' and actual: '${text.length}'.`);
  const rest = tokensOf(text);
  const expression = readExpression(text, rest);
  if (rest.length > 0) throw new TemplateError(`The template language expression '${text}' has more than one expression.`);
  return expression;
}

function take(text: string, rest: Token[], sign?: string): Token {
  const token = rest.shift();
  if (token && (sign === undefined || token.text === sign)) return token;
  throw new TemplateError(`The template language expression '${text}' is not valid: ${sign ?? 'more'} was expected.`);
}

function readExpression(text: string, rest: Token[]): Expression {
  let expression = readPrimary(text, rest);
  for (let next = rest[0]; next?.kind === 'sign' && (next.text === '.' || next.text === '['); next = rest[0]) {
    rest.shift();
    if (next.text === '.') expression = { kind: 'property', of: expression, name: take(text, rest).text };
    else {
      expression = { kind: 'index', of: expression, at: readExpression(text, rest) };
      take(text, rest, ']');
    }
  }
  return expression;
}

function readPrimary(text: string, rest: Token[]): Expression {
  const token = take(text, rest);
  if (token.kind === 'string') return { kind: 'literal', value: token.text };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
  take(text, rest, '(');
  const args: Expression[] = [];
  while (rest[0]?.text !== ')' || rest[0].kind !== 'sign') {
    args.push(readExpression(text, rest));
    if (rest[0]?.text === ',') rest.shift();
  }
  take(text, rest, ')');
  return { kind: 'call', name: token.text, args };
}
