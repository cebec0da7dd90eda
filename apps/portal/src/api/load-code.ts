import type { ComponentType } from 'react';
import { ProblemError } from './problem-error';
import { announceUpdate } from './update';

const backOnline = () => new Promise<void>((resolve) => window.addEventListener('online', () => resolve(), { once: true }));

const serverAnswers = () =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );

/** A server that starts again answers within a few seconds. */
const PATIENCE = 10;
const SECOND = 1000;

async function serverIsBack(): Promise<boolean> {
  for (let asked = 0; asked < PATIENCE; asked += 1) {
    if (await serverAnswers()) return true;
    await new Promise((resolve) => setTimeout(resolve, SECOND));
  }
  return serverAnswers();
}

const notLoaded = (code: 'version-mismatch' | 'offline', cause: unknown) =>
  new ProblemError({ title: 'A part of the portal could not be loaded', status: 0, code, correlationId: null }, { cause });

/**
 * Fetches a part of the portal. Without a network, or while the server starts again, it waits. When the server is there and the file is
 * not, a newer build has taken its place.
 */
export async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (!navigator.onLine) return backOnline().then(() => loadCode(load));
    if (!(await serverIsBack())) throw notLoaded('offline', cause);
    return load().catch((cause: unknown) => {
      announceUpdate();
      throw notLoaded('version-mismatch', cause);
    });
  }
}

const Nothing = () => null;

/**
 * The same for a part that stands within others, which must not go with it: where a newer build has taken its place there is nothing,
 * and the banner above the page says why.
 */
export const loadPart = <P>(load: () => Promise<{ default: ComponentType<P> }>): Promise<{ default: ComponentType<P> }> =>
  loadCode(load).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'version-mismatch') return { default: Nothing };
    throw error;
  });
