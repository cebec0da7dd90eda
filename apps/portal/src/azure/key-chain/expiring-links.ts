import type { KeyChain, KeyLink } from '@tresor/contracts';

/** Longer than an expired key is extended for a restore. */
const SOON_MS = 31 * 86_400_000;

interface Expiring extends KeyLink {
  expires: string;
}

const isExpiring = (link: KeyLink, now: number): link is Expiring =>
  link.state === 'present' && link.expires !== null && Date.parse(link.expires) - now <= SOON_MS;

/** The links of a chain that are there and run out soon. */
export function expiringLinks(chain: KeyChain | null, now: number): Expiring[] {
  const links = chain === null ? [] : [...(chain.key ? [chain.key] : []), chain.secret];
  return links.filter((link) => isExpiring(link, now));
}
