import type { Text } from '../define';

/** What stands around the verdicts. */
export const AREA_TITLES: Readonly<Record<'settings' | 'network' | 'signIn' | 'azure' | 'store', Text>> = {
  settings: { de: 'Server', en: 'Server' },
  network: { de: 'Netz', en: 'Network' },
  signIn: { de: 'Anmeldung', en: 'Sign-in' },
  azure: { de: 'Azure', en: 'Azure' },
  store: { de: 'Daten', en: 'Data' },
};
