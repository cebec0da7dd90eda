/** What comes from outside is known only once it is parsed by a schema: `JSON.parse` and the body of an answer have no type of their own. */
interface JSON {
  parse(text: string, reviver?: (this: unknown, key: string, value: unknown) => unknown): unknown;
}

interface Body {
  json(): Promise<unknown>;
}
