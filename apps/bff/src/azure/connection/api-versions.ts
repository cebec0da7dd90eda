/** The versions of Azure's APIs that are asked where no SDK has its own, by what is asked: questions are written and answers read as they have them. */
export const API_VERSIONS = {
  compute: '2023-09-01',
  /** Since then a machine can be made only where there is none (If-None-Match). */
  computeOnlyNew: '2024-03-01',
  disks: '2023-04-02',
  keyVault: '2023-07-01',
  locks: '2016-09-01',
  network: '2023-11-01',
  policies: '2023-04-01',
  policyInsights: '2024-10-01',
  resources: '2021-04-01',
  rights: '2022-04-01',
  skus: '2021-07-01',
  storage: '2023-01-01',
  vaults: '2024-04-01',
} as const;
