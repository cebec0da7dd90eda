import type { MachineSetting } from '@tresor/contracts';

/** Tags of the new machine that are others than those of the old one, and can be taken over. */
export const tagsOffered: MachineSetting = {
  aspect: 'tags',
  old: ['owner: Adele'],
  source: 'resource',
  new: ['owner: IT'],
  state: 'offer',
  reason: null,
  missing: null,
  removes: null,
  frees: null,
  revision: '9d1f3c52-0000-5000-8000-000000000001',
};
