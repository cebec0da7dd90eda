import type { Message } from '../../language/messages';
import type { VaultPath } from '@tresor/contracts';
import { titles, type BladeId } from '../../map/map';
import { paths } from '../../map/paths';
import { messages } from './messages';

export interface MenuEntry {
  id: string;
  name: Message;
  /** Where it leads; entries outside the product's scope lead nowhere and say so. */
  href?: (vault: VaultPath) => string;
}

interface MenuGroup {
  heading?: Message;
  entries: readonly MenuEntry[];
}

/** Those that are called as the blade they lead to. */
type InVault = { [Id in BladeId]: (typeof paths)[Id] extends (vault: VaultPath) => string ? Id : never }[BladeId];
const to = (id: InVault) => ({ name: titles[id], href: paths[id] });

/** The vault's menu as the article's picture shows it, in its order; what is ours stands behind the entries of each group or below all of them. */
export const MENU: readonly MenuGroup[] = [
  {
    entries: [
      { id: 'overview', name: messages.overview, href: paths.vault },
      { id: 'activity-log', ...to('activity') },
      { id: 'diagnose', name: messages.diagnose, href: paths.help },
    ],
  },
  {
    heading: messages.settings,
    entries: [
      { id: 'properties', name: messages.properties },
      { id: 'locks', name: messages.locks },
      { id: 'automation', name: messages.automation },
    ],
  },
  {
    heading: messages.gettingStarted,
    entries: [
      { id: 'backup', ...to('backup') },
      { id: 'site-recovery', name: messages.siteRecovery },
      { id: 'prerequisites', ...to('prerequisites') },
    ],
  },
  {
    heading: messages.access,
    entries: [
      { id: 'key-vaults', name: messages.keyVaults, href: paths.keyVaults },
      { id: 'permissions', ...to('permissions') },
    ],
  },
  {
    heading: messages.monitoring,
    entries: [
      { id: 'items', ...to('items') },
      { id: 'jobs', ...to('jobs') },
      { id: 'restores', ...to('restores') },
    ],
  },
  {
    heading: messages.manage,
    entries: [
      { id: 'policies', ...to('policies') },
      { id: 'infrastructure', ...to('infrastructure') },
    ],
  },
];
