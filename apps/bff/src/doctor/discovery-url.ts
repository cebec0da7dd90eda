import type { Config } from '../config';

/** Where the authority describes itself and the tenant. */
export const discoveryUrl = ({ authority }: Pick<Config, 'authority'>): string => `${authority}/v2.0/.well-known/openid-configuration`;
