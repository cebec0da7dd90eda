import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBack } from '../read-back.mjs';
import { root } from '../node.mjs';

/** Licenses under which a part may be given on with ours. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']);

/** Whether one of the licenses that somebody may choose between (SPDX) is allowed. */
export const isAllowed = (license = '') =>
  license
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => ALLOWED.has(one));

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} Notice */

/** Some packages only name their license. Whose they are says their manifest. */
function textOf({ name, identifier, text }, manifestOf) {
  if (text !== undefined || identifier !== 'MIT') return text;
  const { author } = manifestOf(name);
  const owner = typeof author === 'object' ? author.name : author;
  return `The package has no text of its license and names MIT.\n\nCopyright (c) ${owner ?? `the authors of ${name}`}\n\n${MIT}`;
}

/**
 * The notices of what a build contains, as a page; throws where a license is not allowed, or its text is missing.
 * @param {Notice[]} notices
 * @param {(name: string) => { author?: string | { name: string } }} manifestOf
 */
export function renderLicenses(notices, manifestOf) {
  const whole = notices.map((notice) => ({ ...notice, text: textOf(notice, manifestOf) }));
  const problems = whole.flatMap(({ name, identifier, text }) => [
    ...(isAllowed(identifier) ? [] : [`${name} has the license ${identifier ?? '(none)'}, which is not among those allowed`]),
    ...(text === undefined ? [`${name} comes without the text of its license`] : []),
  ]);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const entries = whole.map(({ name, version, identifier, text }) => `## ${name} - ${version} (${identifier})\n\n${text}\n`);
  return `# Licenses\n\nThis program contains the following packages:\n\n${entries.join('\n')}`;
}

const NOTICES = 'licenses.json';
const manifestOf = (name) => readBack(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));

/** Puts `licenses.md` beside what Vite builds, whole, or ends the build. */
export const licenses = () => ({
  name: 'licenses',
  config: () => ({ build: { license: { fileName: NOTICES } } }),
  generateBundle: {
    /** @type {'post'} */
    order: 'post',
    handler(_options, bundle) {
      const notices = bundle[NOTICES]?.source;
      if (notices === undefined) return;
      delete bundle[NOTICES];
      this.emitFile({ type: 'asset', fileName: 'licenses.md', source: renderLicenses(readBack(notices), manifestOf) });
    },
  },
});
