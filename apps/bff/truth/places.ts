/** What is named in a URL, by the names of its template. */
export type Place = Readonly<Record<string, string>>;

const HOSTS: Readonly<Record<string, RegExp>> = {
  arm: /^(?:management|sanitized)\.azure\.com$/i,
  'key-vault': /^(?<keyVault>[a-z0-9_-]+)\.vault\.azure\.net$/i,
  blobs: /^(?<account>[a-z0-9_-]+)\.blob\.core\.windows\.net$/i,
  graph: /^graph\.microsoft\.com$/i,
  entra: /^login\.microsoftonline\.com$/i,
};

export type Plane = keyof typeof HOSTS;

/** Tells by a template such as `{scope}/providers/Microsoft.Authorization/permissions` what a URL names; undefined where it is another. */
export function placeIn(plane: Plane, template: string, url: string): Place | undefined {
  const { hostname, pathname } = new URL(url);
  const host = HOSTS[plane]?.exec(hostname);
  const path = host && pathPattern(template).exec(decodeURIComponent(pathname).replaceAll(/\/{2,}/g, '/'));
  return path
    ? { ...host.groups, ...path.groups, ...(path.groups?.['subscriptionId'] && { subscriptionId: guid(path.groups['subscriptionId']) }) }
    : undefined;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Recorders put words in the place of ids. */
const guid = (text: string) => (/^[0-9a-f-]{36}$/i.test(text) ? text : NOBODY);

const patterns = new Map<string, RegExp>();

function pathPattern(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const source = template
    .replaceAll(/[.$]/g, '\\$&')
    .replace('{scope}', '(?<scope>.*?)')
    .replace('{blob}', '(?<blob>.+)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const pattern = new RegExp(`^${source}/?$`, 'i');
  patterns.set(template, pattern);
  return pattern;
}
