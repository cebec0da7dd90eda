import type { Message } from '../../i18n/messages';
import type { VaultPath } from '@tresor/contracts';
import { paths } from '../../paths';
import { messages } from './messages';

export interface MenuEntry {
  id: string;
  name: Message;
  /** Where it leads; entries outside the product's scope lead nowhere and say so. */
  href?: (vault: VaultPath) => string;
}

export interface MenuGroup {
  heading?: Message;
  entries: readonly MenuEntry[];
}

/** The vault's menu as the article's picture shows it, in its order; what is ours stands behind the entries of each group or below all of them. */
export const MENU: readonly MenuGroup[] = [
  {
    entries: [
      { id: 'overview', name: messages.overview, href: paths.vault },
      { id: 'activity-log', name: messages.activityLog, href: paths.activity },
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
      { id: 'backup', name: messages.backup, href: paths.backup },
      { id: 'site-recovery', name: messages.siteRecovery },
      { id: 'prerequisites', name: messages.prerequisites, href: paths.prerequisites },
    ],
  },
  {
    heading: messages.access,
    entries: [
      { id: 'key-vaults', name: messages.keyVaults, href: paths.keyVaults },
      { id: 'permissions', name: messages.permissions, href: paths.permissions },
    ],
  },
  {
    heading: messages.monitoring,
    entries: [
      { id: 'items', name: messages.items, href: paths.items },
      { id: 'jobs', name: messages.jobs, href: paths.jobs },
      { id: 'restores', name: messages.restores, href: paths.restores },
    ],
  },
  {
    heading: messages.manage,
    entries: [
      { id: 'policies', name: messages.policies, href: paths.policies },
      { id: 'infrastructure', name: messages.infrastructure, href: paths.infrastructure },
    ],
  },
];
