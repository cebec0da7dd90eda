import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../apps/bff/src/http/open-api';
import { renderApi } from './api-page.mjs';

it('docs/api.md says what the contract says', async () => {
  expect(readFileSync('docs/api.md', 'utf8')).toBe(renderApi(JSON.parse(await openApiDocument())));
});
