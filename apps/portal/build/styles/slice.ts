import { callsOf, namesOf, parse, type ESTree } from './syntax.ts';

/** What a module declares or imports at its top: where it is made, and a text that makes it again. */
interface Binding extends ESTree.Span {
  text: string;
}

type TextOf = (span: ESTree.Span) => string;

const imported = ({ specifiers, source }: ESTree.ImportDeclaration, textOf: TextOf): [string, Binding][] =>
  specifiers.map((specifier) => {
    const what = specifier.type === 'ImportSpecifier' ? `{ ${textOf(specifier)} }` : textOf(specifier);
    return [specifier.local.name, { start: specifier.start, end: specifier.end, text: `import ${what} from ${textOf(source)};` }];
  });

const declared = ({ declarations }: ESTree.VariableDeclaration, textOf: TextOf): [string, Binding][] =>
  declarations.flatMap(({ id, start, end }) =>
    id.type === 'Identifier' ? [[id.name, { start, end, text: `const ${textOf({ start, end })};` }]] : [],
  );

function bindingsOf(statement: ESTree.Program['body'][number], textOf: TextOf): [string, Binding][] {
  if (statement.type === 'ImportDeclaration') return imported(statement, textOf);
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'VariableDeclaration' ? declared(declaration, textOf) : [];
}

/** The part of a module that its styles are made of: a module by itself, whose default export lists what each call of the makers is given. */
export function sliceOf(path: string, code: string, makers: readonly string[]): string {
  const program = parse(path, code);
  const textOf: TextOf = ({ start, end }) => code.slice(start, end);
  const bindings = new Map(program.body.flatMap((statement) => bindingsOf(statement, textOf)));
  const names = namesOf(program);
  const needed = new Set<Binding>();
  const texts: string[] = [];
  const need = ({ start, end }: ESTree.Span) => {
    for (const { name } of names.filter((written) => start <= written.start && written.end <= end)) {
      const binding = bindings.get(name);
      if (binding === undefined || needed.has(binding)) continue;
      needed.add(binding);
      need(binding);
      texts.push(binding.text);
    }
  };
  const calls = callsOf(program, makers);
  calls.forEach(need);
  const given = calls.map((call) => `[${call.arguments.map(textOf).join(', ')}]`);
  return [...texts, `export default [${given.join(', ')}];`].join('\n');
}
