import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { growing } from './growing';

interface List {
  rows: readonly number[];
  complete: boolean;
}

const FOR_AN_HOUR = 3_600_000;
const WHOLE = { rows: [1, 2], complete: true };

/** A list of two pages, each sent when it is asked for. */
function listOfTwoPages() {
  const sent: ((page: number) => void)[] = [];
  const nextPage = () => new Promise<number>((resolve) => sent.push(resolve));
  const opened = vi.fn();
  async function* pages(signal: AbortSignal) {
    opened();
    signal.throwIfAborted();
    yield await nextPage();
    yield await nextPage();
    yield 'end' as const;
  }
  const client = new QueryClient();
  const query = {
    queryKey: ['numbers'],
    ...growing<number | 'end', List>(FOR_AN_HOUR, {
      streamFn: ({ signal }) => pages(signal),
      refetchMode: 'replace',
      initialValue: { rows: [], complete: false },
      reducer: (list, page) => (page === 'end' ? { ...list, complete: true } : { rows: [...list.rows, page], complete: false }),
    }),
  };
  const look = () => {
    const observer = new QueryObserver(client, query);
    const leave = observer.subscribe(() => undefined);
    return { leave, seen: () => observer.getCurrentResult().data };
  };
  const send = async (page: number) => {
    await vi.waitUntil(() => sent.length > 0);
    sent.shift()?.(page);
  };
  return { opened, look, send };
}

test('a list that was left before its end is read to its end when somebody looks again', async () => {
  const { look, send } = listOfTwoPages();
  const { leave, seen } = look();
  await send(1);
  await vi.waitFor(() => expect(seen()).toEqual({ rows: [1], complete: false }));
  leave();
  await send(2);
  const again = look();
  await send(1);
  await send(2);
  await vi.waitFor(() => expect(again.seen()).toEqual(WHOLE));
});

test('a list that is still growing is read once, however many look; one that is whole is not read again while it is new', async () => {
  const { opened, look, send } = listOfTwoPages();
  const { leave, seen } = look();
  await send(1);
  await vi.waitFor(() => expect(seen()?.rows).toEqual([1]));
  const beside = look();
  await send(2);
  await vi.waitFor(() => expect(beside.seen()).toEqual(WHOLE));
  leave();
  beside.leave();
  expect(look().seen()).toEqual(WHOLE);
  expect(opened).toHaveBeenCalledTimes(1);
});
