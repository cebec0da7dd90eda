const geographies: readonly [RegExp, string][] = [
  [/europe$/, 'Europe'],
  [/^germany/, 'Germany'],
  [/us\d?$/, 'United States'],
  [/asia$/, 'Asia Pacific'],
];

/** The geography of a region: beyond it no backup of a key or a secret is restored. That of an unknown region is its own name. */
export function geographyOf(location = ''): string {
  return geographies.find(([pattern]) => pattern.test(location))?.[1] ?? location;
}
