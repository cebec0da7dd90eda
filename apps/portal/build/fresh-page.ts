import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// No test signs anybody in: MSAL would go on after it, and forget the session of another one.
vi.mock(import('../src/session/msal'), () => ({ acquireSession: () => new Promise(() => undefined) }));

const SETTINGS = { build: 'test', clientId: 'portal', authority: 'https://login.example/company', scope: 'api://portal/access' };

// A worker keeps its modules and its page for the next file of tests, which begins without what those before it have left there.
vi.resetModules();
vi.useRealTimers();
if (typeof window !== 'undefined') {
  // Nothing is laid out here: no window is narrow, and nothing has a size.
  class ResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }), ResizeObserver });
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  document.body.innerHTML = `<script id="portal-settings" type="application/json">${JSON.stringify(SETTINGS)}</script>`;
}

// What is waited for may have code to load, beside everything else that is tested.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
afterAll(() => vi.dynamicImportSettled());
