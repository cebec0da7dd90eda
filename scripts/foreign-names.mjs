import { join } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API, TypeFlags } from 'typescript/unstable/sync';
import { root } from './prepare.mjs';

const OF_TESTS = /\.test\.tsx?$|\/testing\/|testing\.ts$|\.fixture\.ts$/;

/** The one place of each part that may look into an object under any name. */
const OWN = /\/own\.ts$/;

const isAnyText = (type) =>
  type !== undefined &&
  ((type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) !== 0 ||
    ((type.flags & TypeFlags.Union) !== 0 && type.getTypes().some(isAnyText)));

function nameIn(node) {
  if (node.kind === SyntaxKind.ElementAccessExpression) return node.argumentExpression;
  const isIn = node.kind === SyntaxKind.BinaryExpression && node.operatorToken.kind === SyntaxKind.InKeyword;
  return isIn ? node.left : undefined;
}

/** Whether something is only put there. */
const isWritten = (node, { parent } = node) =>
  parent.kind === SyntaxKind.BinaryExpression && parent.left === node && parent.operatorToken.kind === SyntaxKind.EqualsToken;

function lookupsIn(sourceFile, checker) {
  const found = [];
  const visit = (node) => {
    if (nameIn(node) && !isWritten(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(sourceFile);
  const types = found.length === 0 ? [] : checker.getTypeAtLocation(found.map(nameIn));
  return found.filter((_, at) => isAnyText(types[at])).map((node) => sourceFile.text.slice(node.pos, node.end).trim());
}

/** Where the code of a part looks into an object under a name that is any text: `constructor` is found there, too. */
export function foreignNames(part) {
  const folder = join(root, part);
  const api = new API({ cwd: root });
  try {
    const config = join(folder, 'tsconfig.json');
    const { program, checker } = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const files = program
      .getSourceFileNames()
      .filter((file) => file.startsWith(`${folder}/src/`) && !OF_TESTS.test(file) && !OWN.test(file));
    return files.flatMap((file) =>
      lookupsIn(program.getSourceFile(file), checker).map((text) => `${file.slice(folder.length + 1)}: ${text}`),
    );
  } finally {
    api.close();
  }
}
