import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { openApiDocument } from './open-api';
import { routeTemplates } from './route-templates';

const routeOf = routeTemplates();
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const { paths } = document.parse(JSON.parse(await openApiDocument()));
const endpoints = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), `/api${path}`]),
);

/** Segments with something in them that no word of the API has. */
const segment = fc.stringMatching(/^[\w.()-]{0,8}q7zq[\w.()-]{0,8}$/);

it('every endpoint of the contract is told by its template, whatever stands in its path', () => {
  expect(endpoints.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(fc.constantFrom(...endpoints), segment, ([method, path], name) => {
      expect(routeOf(method, path.replaceAll(/\{\w+\}/g, name))).toBe(path);
    }),
  );
});

it('nothing of a path that is no endpoint’s is told', () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 12 }), fc.constantFrom('GET', 'PUT', '_OTHER'), (names, method) => {
      expect(routeOf(method, `/api/${names.join('/')}`)).not.toContain('q7zq');
      expect(routeOf(method, `/vaults/${names.join('/')}`)).toBe('/*');
      expect(routeOf(method, `/api/nothing/${names.join('/')}`)).toBe('/api/*');
    }),
  );
});

it.each(['/api/ready', '/api/health', '/api/openapi.json'])('%s is told as itself', (path) => {
  expect(routeOf('GET', path)).toBe(path);
});
