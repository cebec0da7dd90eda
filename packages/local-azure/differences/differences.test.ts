import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { routes } from '../src/providers';
import { assumptions } from './assumptions';
import { renderDifferences } from './render';

const file = fileURLToPath(new URL('../../../docs/local-azure-differences.md', import.meta.url));

describe('the page on differences', () => {
  it('is that of the route tables; when not, run npm run docs:differences', () => {
    expect(readFileSync(file, 'utf8')).toBe(renderDifferences());
  });

  it('names every operation that is served', () => {
    const page = renderDifferences();
    for (const [method, path] of routes) expect(page).toContain(`\`${method} ${path}\``);
  });

  it('assumes nothing of a provider that is not there', () => {
    const page = renderDifferences().split('## What is served')[1] ?? '';
    for (const title of Object.keys(assumptions).slice(1)) expect(page).toContain(`### ${title}\n`);
  });
});
