import * as z from 'zod';

const page = z.object({ rows: z.array(z.looseObject({ id: z.string(), location: z.string() })) });

const isRows = (line) => line.startsWith('data:') && line.includes('"rows"');

/** The rows that the text of a list of virtual machines holds. */
export const rowsOf = (text) =>
  text
    .split('\n')
    .filter(isRows)
    .flatMap((line) => page.parse(JSON.parse(line.slice('data:'.length))).rows);

/** Reads a list of virtual machines and notes when the first page and the last one came. */
export async function readStream(url, headers) {
  const asked = performance.now();
  const answer = await fetch(url, { headers });
  if (!answer.ok || !answer.body) throw new Error(`the list answered ${answer.status}`);
  let text = '';
  let first;
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (first === undefined && text.includes('"rows"') && text.includes('\n\n')) first = performance.now() - asked;
  }
  const all = performance.now() - asked;
  return {
    first,
    all,
    /** Counted only when it is asked for: others may be reading still. */
    get rows() {
      return rowsOf(text).length;
    },
  };
}
