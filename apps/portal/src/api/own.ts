/** What an object itself holds under a name that others chose; `constructor` and the like, which every object inherits, are nothing. */
export function own<T>(values: Readonly<Record<string, T>>, name: string | null | undefined): T | undefined {
  return name != null && Object.hasOwn(values, name) ? values[name] : undefined;
}
