import { expect, it } from 'vitest';
import { pagesToEnd } from './pages-to-end';

const problem = { type: 'about:blank', title: '', status: 504, code: 'azure-timeout', correlationId: 'c-1' };

it.each([
  ['the network', new TypeError('network error'), 'offline'],
  ['the server', Object.assign(new Error('failed'), { data: problem }), 'azure-timeout'],
])('pages that break off are only read, whether %s is why', async (_, why, code) => {
  const pages = pagesToEnd(async () => ({
    async *[Symbol.asyncIterator]() {
      yield 1;
      throw why;
    },
  }));
  expect(await pages.next()).toEqual({ value: 1, done: false });
  await expect(pages.next()).rejects.toMatchObject({ problem: { code, onlyRead: true } });
});
