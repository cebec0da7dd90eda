import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // Opened by hand or from history, without an answer of the sign-in service: the portal itself knows what to do.
  window.location.replace('/');
});
