import { cleanup } from '@testing-library/react';
import { afterAll, vi } from 'vitest';

// No test signs anybody in: MSAL would go on after it, and forget the session of another one.
vi.mock(import('../src/session/msal'), () => ({ acquireSession: () => new Promise(() => undefined) }));

// A worker keeps its modules and its page for the next file of tests, which begins without what those before it have left there.
vi.resetModules();
vi.useRealTimers();
vi.unstubAllGlobals();
vi.restoreAllMocks();
if (typeof window !== 'undefined') {
  // Nothing is laid out here: no window is narrow.
  Object.assign(window, { matchMedia: () => ({ matches: false }) });
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  document.getElementById('portal-settings')?.remove();
  document.body.replaceChildren();
}

afterAll(async () => {
  cleanup();
  await vi.dynamicImportSettled();
});
