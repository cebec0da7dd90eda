import type { PortalSettings } from '@tresor/contracts';

/** What the server wrote into this page; see `portalSettings` of the contract. */
export function readPortalSettings(): PortalSettings {
  const block = document.getElementById('portal-settings');
  if (block === null) throw new Error('The page carries no settings.');
  const settings: PortalSettings = JSON.parse(block.textContent);
  return settings;
}

export const portalSettings = readPortalSettings();
