const LONGEST_MS = 60_000;

const id = () => crypto.randomUUID().replaceAll('-', '');

let trace = '';
let begun = { path: '', at: 0 };

/** A request in the trace of its page, by W3C Trace Context; a page that stays open begins a new one each minute. */
export function traceparent(): string {
  const { pathname: path } = window.location;
  const at = performance.now();
  if (trace === '' || begun.path !== path || at - begun.at > LONGEST_MS) {
    trace = id();
    begun = { path, at };
  }
  return `00-${trace}-${id().slice(0, 16)}-01`;
}
