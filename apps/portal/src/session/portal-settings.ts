import type { PortalSettings } from '@tresor/contracts';
import { readBack } from './read-back';

/** What the server wrote into this page; see `portalSettings` of the contract. */
function readPortalSettings(): PortalSettings {
  const block = document.getElementById('portal-settings');
  if (block === null) throw new Error('The page carries no settings.');
  return readBack(block.textContent);
}

export const portalSettings = readPortalSettings();
