import { ProblemError } from './problem-error';

const backOnline = () => new Promise<void>((resolve) => window.addEventListener('online', () => resolve(), { once: true }));

const serverAnswers = () =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );

/**
 * Fetches a part of the portal. Without a network it waits for one. When the server is there and the file is not, a newer build has
 * taken its place.
 */
export async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (!navigator.onLine) return backOnline().then(() => loadCode(load));
    const code = (await serverAnswers()) ? 'version-mismatch' : 'offline';
    throw new ProblemError({ title: 'A part of the portal could not be loaded', status: 0, code, correlationId: null }, { cause });
  }
}
