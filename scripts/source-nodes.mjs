import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { root } from './prepare.mjs';

const OF_TESTS = /\.test\.tsx?$|\/testing\/|testing\.ts$|\.fixture\.ts$/;

/** Goes through every file of a part's code with the compiler that knows its types; tests are left out. */
export function readSources(part, read) {
  const folder = join(root, part);
  const api = new API({ cwd: root });
  try {
    const config = join(folder, 'tsconfig.json');
    const { program, checker } = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const files = program.getSourceFileNames().filter((file) => file.startsWith(`${folder}/src/`) && !OF_TESTS.test(file));
    return files.flatMap((file) => read(program.getSourceFile(file), checker, file.slice(folder.length + 1)));
  } finally {
    api.close();
  }
}

/** The nodes of a file that are wanted. */
export function nodesOf(sourceFile, isWanted) {
  const found = [];
  const visit = (node) => {
    if (isWanted(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(sourceFile);
  return found;
}

export const textOf = (sourceFile, node) => sourceFile.text.slice(node.pos, node.end).trim();
