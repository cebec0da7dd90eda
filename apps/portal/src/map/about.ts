import { useMemo } from 'react';
import { useLocation, useMatches, useParams } from 'react-router';
import type { About } from './paths';
import { own } from '../api/own';

const keyVaultId = (subscription: string, group: string, name: string) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`;

/** What the blades that are open are about. */
export function useOpenAbout(): About {
  const { vmGroup, vmName, kvSubscription, kvGroup, kvName, jobId } = useMatches().at(-1)?.params ?? {};
  const isRestore = useLocation().pathname.includes('/restores/');
  return useMemo(
    () => ({
      ...(vmGroup !== undefined && vmName !== undefined && { machine: { vmGroup, vmName } }),
      ...(kvSubscription !== undefined &&
        kvGroup !== undefined &&
        kvName !== undefined && { keyVaultId: keyVaultId(kvSubscription, kvGroup, kvName) }),
      ...(isRestore && jobId !== undefined && { restoreId: jobId }),
    }),
    [vmGroup, vmName, kvSubscription, kvGroup, kvName, jobId, isRestore],
  );
}

/** How many names stand behind each word. */
const NAMES: Readonly<Record<string, number>> = { machines: 2, 'key-vaults': 3, restores: 1 };

/** Reads what `paths.helpEntry` has written behind the codes. */
export function readAbout(rest: string): About {
  const parts = rest.split('/');
  let about: About = {};
  for (let at = 0, count = own(NAMES, parts[0]); count !== undefined; at += 1 + count, count = own(NAMES, parts[at])) {
    const [first = '', second = '', third = ''] = parts.slice(at + 1, at + 1 + count);
    if ([first, second, third].slice(0, count).includes('')) return about;
    if (count === 1) about = { ...about, restoreId: first };
    else if (count === 2) about = { ...about, machine: { vmGroup: first, vmName: second } };
    else about = { ...about, keyVaultId: keyVaultId(first, second, third) };
  }
  return about;
}

/** What the help that is open is about. */
export function useAbout(): About {
  const { '*': rest = '' } = useParams();
  return useMemo(() => readAbout(rest), [rest]);
}
