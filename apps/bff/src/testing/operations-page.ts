import { readFileSync } from 'node:fs';

const PAGE = 'docs/operations.md';

/** What the page on running it tells people to type below a heading, block by block. */
export function commandsUnder(heading: string): string[] {
  const [, after] = readFileSync(PAGE, 'utf8').split(new RegExp(`^#{2,4} ${heading}$`, 'm'));
  if (after === undefined) throw new Error(`${PAGE} has no heading “${heading}”.`);
  const [section = ''] = after.split(/^#{2,4} /m);
  return [...section.matchAll(/^ *```sh\n([^]*?)^ *```/gm)].map(([, block = '']) => block);
}
