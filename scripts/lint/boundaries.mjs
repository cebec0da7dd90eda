import { dirname, join, relative, sep } from 'node:path';
import { GUARDED_PACKAGES, PARTS } from './floors.mjs';

const ROOT = join(import.meta.dirname, '../..');
const OF_TESTS = /\.test\.tsx?$|(^|[/-])testing[/.]/;

/** The part a file belongs to and its path within the part's sources; null for all that is no source of a part. */
function placeOf(file) {
  for (const part of Object.keys(PARTS)) {
    if (file.startsWith(`${part}/src/`)) return { part, path: file.slice(part.length + '/src/'.length) };
  }
  return null;
}

/** The room of a path within its part: the folder below a starred one, else the first folder or the file's own name. */
function roomOf(part, path) {
  const [first, second, third] = path.split('/');
  const starred = third !== undefined && (PARTS[part].floors ?? []).some((rooms) => rooms.includes(`${first}/*`));
  return starred ? `${first}/${second}` : first.replace(/\.\w+$/, '');
}

const floorOf = (part, room) =>
  (PARTS[part].floors ?? []).findIndex((rooms) => rooms.includes(room) || rooms.includes(room.replace(/\/.*/, '/*')));

function refusalOfPart({ part, path }, wanted, { below, isType }) {
  const { knows, tests = [], typesOf } = PARTS[part];
  const allowed = OF_TESTS.test(path) ? [...knows, ...tests] : knows;
  if (!allowed.includes(wanted)) return `${part} knows ${allowed.join(' and ') || 'nothing of ours'}, not ${wanted}.`;
  const bringsSchemas = wanted === typesOf && !below && !isType && !OF_TESTS.test(path);
  return bringsSchemas ? `${part} knows the types of ${wanted}: its schemas stay where they are checked.` : null;
}

function refusalOfPackage({ part, path }, specifier, { isType, names }) {
  if (part !== 'apps/bff' || OF_TESTS.test(path)) return null;
  const broken = GUARDED_PACKAGES.find(
    (rule) =>
      rule.packages.test(specifier) &&
      !rule.rooms.test(path) &&
      !(rule.typesAreFree && isType) &&
      (rule.names === undefined || names.some((name) => rule.names.includes(name))),
  );
  return broken?.why ?? null;
}

function refusalOfRoom({ part, path }, specifier) {
  const { floors } = PARTS[part];
  if (floors === undefined || OF_TESTS.test(path)) return null;
  const target = join(dirname(path), specifier).split(sep).join('/');
  if (target.startsWith('..')) return null;
  const from = roomOf(part, path);
  const to = roomOf(part, `${target}${/\.\w+$/.test(target) ? '' : '.ts'}`);
  if (from === to) return null;
  const [above, below] = [floorOf(part, from), floorOf(part, to)];
  if (above === -1) return `The room ${from} has no floor in scripts/lint/floors.mjs.`;
  if (below === -1) return `The room ${to} has no floor in scripts/lint/floors.mjs.`;
  return above < below ? null : `${from} does not stand above ${to}: what both need moves down a floor.`;
}

/**
 * Why a file may not import what it names, in a sentence; null where it may.
 * `file` and a relative `specifier` as the source says them, from the root of the repository on.
 * @param {string} file
 * @param {string} specifier
 * @param {{ isType?: boolean, names?: string[] }} [named]
 * @returns {string | null}
 */
export function refusalOf(file, specifier, { isType = false, names = [] } = {}) {
  const place = placeOf(file);
  if (place === null) return null;
  const [scope, ours, below] = specifier.split('/');
  if (scope === '@tresor') return refusalOfPart(place, ours, { below, isType });
  return specifier.startsWith('.') ? refusalOfRoom(place, specifier) : refusalOfPackage(place, specifier, { isType, names });
}

/** Why a file of this path may not be; null where its room has a floor. */
export function homelessness(file) {
  const place = placeOf(file);
  if (place === null || PARTS[place.part].floors === undefined || OF_TESTS.test(place.path)) return null;
  const room = roomOf(place.part, place.path);
  return floorOf(place.part, room) === -1 ? `The room ${room} has no floor in scripts/lint/floors.mjs.` : null;
}

const isTypeOnly = ({ importKind, exportKind, specifiers = [] }) =>
  importKind === 'type' || exportKind === 'type' || (specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type'));

/** @returns {string[]} */
const namesOf = ({ specifiers = [] }) => specifiers.map(({ imported }) => imported?.name).filter(Boolean);

const keepFloors = {
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = refusalOf(file, node.source.value, { isType: isTypeOnly(node), names: namesOf(node) });
      if (message !== null) context.report({ node, message });
    };
    return {
      Program(node) {
        const message = homelessness(file);
        if (message !== null) context.report({ node, message });
      },
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export default { meta: { name: 'boundaries' }, rules: { 'keep-floors': keepFloors } };
