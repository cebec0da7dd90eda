import type { KeyChain, KeyLink } from '@tresor/contracts';

/** The links of a chain in the order in which they are brought back: the key unwraps the secret. */
export const linksOf = ({ key, secret }: KeyChain): KeyLink[] => [...(key ? [key] : []), secret];
