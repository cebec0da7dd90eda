import type { Dialect } from '../heading';
import { ps, type Code } from '../writing';

/** How the modules of PowerShell differ: today's Az, and AzureRM as it was in January 2017. */
export interface Modules {
  is2017: boolean;
  /** What cmdlets of Resource Manager begin with, behind verb and hyphen. */
  arm: Code;
  /** … those for what is in a key vault, */
  keyVault: Code;
  /** … and those for blobs. */
  storage: Code;
  /** In 2017 the vault was set once; today every cmdlet is told. */
  inVault: Code;
  tags: Code;
}

const AZ: Modules = {
  is2017: false,
  arm: ps`Az`,
  keyVault: ps`AzKeyVault`,
  storage: ps`AzStorage`,
  inVault: ps` -VaultId $vault.ID`,
  tags: ps`-Tag`,
};

const AZURE_RM: Modules = {
  is2017: true,
  arm: ps`AzureRm`,
  keyVault: ps`AzureKeyVault`,
  storage: ps`AzureStorage`,
  inVault: ps``,
  tags: ps`-Tags`,
};

export const modulesOf = (dialect: Exclude<Dialect, 'az'>): Modules => (dialect === 'Az' ? AZ : AZURE_RM);
