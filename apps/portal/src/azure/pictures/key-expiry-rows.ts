import type { ItemPath, KeySurvival } from '@tresor/contracts';

/** A key or secret of a machine’s newest recovery point that runs out at some time. */
export interface ExpiringKey {
  item: ItemPath;
  kind: 'key' | 'secret';
  name: string;
  /** Milliseconds. */
  expires: number;
  state: 'past' | 'soon' | 'later';
}

const DAY = 86_400_000;
/** As long before as what unlocks disks is told of elsewhere. */
const SOON_DAYS = 31;

/** Those that run out, the first first; what never does, or of which that is not known, is not among them. */
export function expiringKeys(rows: readonly Pick<KeySurvival, 'item' | 'keyChain'>[], now: number): ExpiringKey[] {
  const found = rows.flatMap(({ item, keyChain }) => {
    if (keyChain === null) return [];
    const links = [
      { kind: 'secret' as const, link: keyChain.secret },
      ...(keyChain.key ? [{ kind: 'key' as const, link: keyChain.key }] : []),
    ];
    return links.flatMap(({ kind, link }): ExpiringKey[] => {
      if (link.expires === null) return [];
      const expires = Date.parse(link.expires);
      const state = expires <= now ? 'past' : expires <= now + SOON_DAYS * DAY ? 'soon' : 'later';
      return [{ item, kind, name: link.name, expires, state }];
    });
  });
  return found.toSorted((a, b) => a.expires - b.expires || a.item.vmName.localeCompare(b.item.vmName));
}
