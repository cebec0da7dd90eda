import { parseSync, Visitor, type ESTree } from 'vite';

export type { ESTree };

export const parse = (path: string, code: string): ESTree.Program => parseSync(path, code).program;

interface Call<Name extends string> extends ESTree.Span {
  name: Name;
  arguments: readonly ESTree.Argument[];
}

/** Where the module calls one of the functions by its name, in the order of the text. */
export function callsOf<Name extends string>(program: ESTree.Program, names: readonly Name[]): Call<Name>[] {
  const calls: Call<Name>[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      const name = names.find((wanted) => callee.type === 'Identifier' && callee.name === wanted);
      if (name !== undefined) calls.push({ name, arguments: given, start, end });
    },
  }).visit(program);
  return calls;
}

/** All names that the module writes, and where. */
export function namesOf(program: ESTree.Program): (ESTree.Span & { name: string })[] {
  const names: (ESTree.Span & { name: string })[] = [];
  new Visitor({ Identifier: ({ name, start, end }) => void names.push({ name, start, end }) }).visit(program);
  return names;
}
