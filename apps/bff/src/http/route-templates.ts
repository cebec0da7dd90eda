import { contract } from '@tresor/contracts';
import * as z from 'zod';
import { CSP_REPORTS } from './csp-reports';

const endpoint = z.object({ '~orpc': z.object({ route: z.object({ method: z.string().default('POST'), path: z.string() }) }) });
const group = z.record(z.string(), z.unknown());

interface Template {
  method: string;
  path: string;
  /** Null stands for any segment. */
  words: (string | null)[];
}

const template = (method: string, path: string): Template => ({
  method,
  path,
  words: segmentsOf(path).map((part) => (part.startsWith('{') ? null : part)),
});

const segmentsOf = (path: string) => path.split('/').slice(1);

function templatesIn(router: unknown): Template[] {
  const found = endpoint.safeParse(router).data?.['~orpc'].route;
  if (found) return [template(found.method, `/api${found.path}`)];
  return Object.values(group.parse(router)).flatMap(templatesIn);
}

const BESIDE_CONTRACT = [
  template('GET', '/api/health'),
  template('GET', '/api/ready'),
  template('GET', '/api/openapi.json'),
  template('POST', CSP_REPORTS),
];

/** What is asked for below /api and is not there, and whatever else is: pages of the portal, and what they are made of. */
const OTHER = { api: '/api/*', page: '/*' };

const placeholders = ({ words }: Template) => words.filter((word) => word === null).length;

/** Tells the template of a request's path: what a path says besides may be somebody's name. */
export function routeTemplates(): (method: string, path: string) => string {
  const byShape = new Map<string, Template[]>();
  // A word counts before a placeholder.
  for (const one of [...BESIDE_CONTRACT, ...templatesIn(contract)].toSorted((a, b) => placeholders(a) - placeholders(b))) {
    const shape = `${one.method} ${one.words.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), one]);
  }
  return (method, path) => {
    const asked = segmentsOf(path);
    const fits = ({ words }: Template) => words.every((word, at) => word === null || word === asked[at]);
    const found = byShape.get(`${method} ${asked.length}`)?.find(fits);
    return found?.path ?? (asked[0] === 'api' ? OTHER.api : OTHER.page);
  };
}
