import type { RehearsalLeft } from '@tresor/contracts';

/** Deleted files that a storage account still keeps. `until` null: some of them without an end. */
export interface KeptFiles {
  account: string;
  count: number;
  until: string | null;
}

/** What a storage account keeps, or may keep, of a deleted file goes by itself. */
export const isKeptFile = ({ kind, state }: RehearsalLeft): boolean =>
  state === 'kept-untold' || (state === 'soft-deleted' && (kind === 'file' || kind === 'vhd'));

const accountOf = ({ name }: RehearsalLeft) => name.split('/')[0] ?? '';

/** How many deleted files each storage account may keep, of which nobody could tell. */
export function untoldFiles(left: readonly RehearsalLeft[]): { account: string; count: number }[] {
  const accounts = left.filter(({ state }) => state === 'kept-untold').map(accountOf);
  return [...new Set(accounts)].map((account) => ({ account, count: accounts.filter((one) => one === account).length }));
}

/** Hundreds of machines leave hundreds of files: each storage account is told once, with the last moment. */
export function keptFiles(left: readonly RehearsalLeft[]): KeptFiles[] {
  const kept = left
    .filter((one) => isKeptFile(one) && one.state === 'soft-deleted')
    .map((one) => ({ account: accountOf(one), until: one.until }));
  return [...new Set(kept.map(({ account }) => account))].map((account) => {
    const own = kept.filter((one) => one.account === account);
    const untils = own.flatMap(({ until }) => until ?? []).toSorted();
    return { account, count: own.length, until: untils.length < own.length ? null : (untils.at(-1) ?? null) };
  });
}
