/** `ExportResultCode.SUCCESS` of the SDK. */
const SUCCESS = 0;

interface Exporter<Items> {
  export(items: Items, done: (result: { code: number; error?: Error }) => void): void;
}

/** The same exporter, whose failures are told: the SDK itself drops what could not be sent without a word. */
export function reporting<Items, One extends Exporter<Items>>(exporter: One, report: () => void): One {
  return new Proxy(exporter, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'export') return member.bind(target);
      return (items: Items, done: (result: { code: number; error?: Error }) => void) =>
        target.export(items, (result) => {
          if (result.code !== SUCCESS) report();
          done(result);
        });
    },
  });
}
