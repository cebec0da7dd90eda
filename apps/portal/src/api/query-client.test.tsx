// @vitest-environment jsdom
import { useMutation } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { queryClient } from './query-client';
import { mount } from '../testing/mount';

test('a key that is pressed twice, before any timer, gives a command once', async () => {
  const send = vi.fn<() => Promise<void>>(() => new Promise(() => undefined));
  const Command = () => {
    const { mutate, isPending } = useMutation({ mutationFn: send });
    return (
      <button disabled={isPending} onClick={() => mutate()}>
        Send
      </button>
    );
  };
  mount(<Command />, { client: queryClient });
  // As in a browser, nothing is held back until the end of the test.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  for (let presses = 0; presses < 2; presses += 1) {
    screen.getByRole('button').click();
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  }
  expect(send).toHaveBeenCalledTimes(1);
});
