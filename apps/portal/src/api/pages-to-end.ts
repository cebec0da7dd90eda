import { toCallError } from './problem-error';

/** The pages of a stream as they come, then the word that they were all; a failure in words of ours. What comes in pages is only read. */
export async function* pagesToEnd<T>(open: () => Promise<AsyncIterable<T>>): AsyncGenerator<T | 'end'> {
  try {
    for await (const page of await open()) yield page;
    yield 'end';
  } catch (error) {
    throw toCallError(error, { onlyRead: true });
  }
}
