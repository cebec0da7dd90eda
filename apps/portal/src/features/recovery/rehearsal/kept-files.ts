import type { RehearsalLeft } from '@tresor/contracts';

/** Deleted files that a storage account still keeps. `until` null: some of them without an end. */
export interface KeptFiles {
  account: string;
  count: number;
  until: string | null;
}

/** What a storage account keeps of a deleted file goes by itself. */
export const isKeptFile = ({ kind, state }: RehearsalLeft): boolean => state === 'soft-deleted' && (kind === 'file' || kind === 'vhd');

/** Hundreds of machines leave hundreds of files: each storage account is told once, with the last moment. */
export function keptFiles(left: readonly RehearsalLeft[]): KeptFiles[] {
  const kept = left.filter(isKeptFile).map(({ name, until }) => ({ account: name.split('/')[0] ?? '', until }));
  return [...new Set(kept.map(({ account }) => account))].map((account) => {
    const own = kept.filter((one) => one.account === account);
    const untils = own.flatMap(({ until }) => until ?? []).toSorted();
    return { account, count: own.length, until: untils.length < own.length ? null : (untils.at(-1) ?? null) };
  });
}
