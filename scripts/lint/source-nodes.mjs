import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { root } from '../prepare.mjs';

const OF_TESTS = /\.test\.tsx?$|\/testing\/|testing\.ts$|\.fixture\.ts$/;

const opened = new Map();

/** The compiler with a part of the code in it; it knows the types, and takes its time to begin with. */
function open(part) {
  const known = opened.get(part);
  if (known) return known;
  const api = new API({ cwd: root });
  const config = join(root, part, 'tsconfig.json');
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  opened.set(part, { api, project });
  return { api, project };
}

/** Goes through every file of a part's code; tests are left out. */
export function readSources(part, read) {
  const folder = join(root, part);
  const { program, checker } = open(part).project;
  const files = program.getSourceFileNames().filter((file) => file.startsWith(`${folder}/src/`) && !OF_TESTS.test(file));
  return files.flatMap((file) => read(program.getSourceFile(file), checker, file.slice(folder.length + 1)));
}

/** Lets go of the part. */
export function closeSources(part) {
  opened.get(part)?.api.close();
  opened.delete(part);
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
