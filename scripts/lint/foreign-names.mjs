import { SyntaxKind } from 'typescript/unstable/ast';
import { TypeFlags } from 'typescript/unstable/sync';
import { nodesOf, readSources, textOf } from './source-nodes.mjs';

/** The one place of each part that may look into an object under any name. */
const OWN = ['src/own.ts', 'src/api/own.ts', 'src/world/own.ts'];

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
  const found = nodesOf(sourceFile, (node) => nameIn(node) !== undefined && !isWritten(node));
  const types = found.length === 0 ? [] : checker.getTypeAtLocation(found.map(nameIn));
  return found.filter((_, at) => isAnyText(types[at])).map((node) => textOf(sourceFile, node));
}

/** Where the code of a part looks into an object under a name that is any text: `constructor` is found there, too. */
export const foreignNames = (part) =>
  readSources(part, (sourceFile, checker, file) =>
    OWN.includes(file) ? [] : lookupsIn(sourceFile, checker).map((text) => `${file}: ${text}`),
  );
