import type { Language } from './words';
import { comment } from './writing';

export type Dialect = 'az' | 'Az' | 'AzureRM';

/** What only the product knows of a script: the first lines say it to anyone who finds the file later. */
export interface Heading {
  /** What the script does, as its blade is called. */
  title: string;
  /** The machine or vault that it is about. */
  subject: string;
  /** When it was written, by Azure's clock: `2026-11-26 18:05 UTC`. */
  writtenAt: string;
  /** What the person who runs it must be allowed, a line a place. */
  rights: readonly string[];
  /** What else is to be known of it, a line each under its title. */
  lists?: readonly { title: string; lines: readonly string[] }[];
}

/** What is needed to run a script. */
export const DIALECT_NEEDS: Record<Dialect, Record<Language, string>> = {
  az: {
    de: 'Läuft unter Linux, macOS, WSL und in der Cloud Shell; gebraucht werden bash und die Azure CLI ab Version 2.74.',
    en: 'Runs on Linux, macOS, WSL and in the Cloud Shell; it needs bash and the Azure CLI from version 2.74.',
  },
  Az: {
    de: 'Läuft in PowerShell 7 und Windows PowerShell 5.1; gebraucht werden Az.Accounts, Az.RecoveryServices, Az.KeyVault, Az.Storage, Az.Compute und Az.Network.',
    en: 'Runs in PowerShell 7 and Windows PowerShell 5.1; it needs Az.Accounts, Az.RecoveryServices, Az.KeyVault, Az.Storage, Az.Compute and Az.Network.',
  },
  AzureRM: {
    de: 'Läuft in Windows PowerShell 5.1 mit den AzureRM-Modulen von Januar 2017. Microsoft pflegt sie nicht mehr.',
    en: 'Runs in Windows PowerShell 5.1 with the AzureRM modules of January 2017. Microsoft no longer maintains them.',
  },
};

const labels = {
  writtenAt: { de: 'Geschrieben von Tresor am', en: 'Written by Tresor on' },
  rights: { de: 'Nötige Rechte:', en: 'Rights needed:' },
  proved: {
    de: 'Skripts dieser Art werden mit der Azure CLI gegen eine Simulation von Azure ausgeführt und geprüft, nicht gegen Azure selbst.',
    en: 'Scripts of this kind are run with the Azure CLI and checked against a simulation of Azure, not against Azure itself.',
  },
  unproved: {
    de: 'Dieses Skript wurde von uns nicht ausgeführt: Nur seine Cmdlets und Parameter sind geprüft. Lesen Sie es, bevor Sie es starten.',
    en: 'We have not run this script: only its cmdlets and parameters are checked. Read it before you start it.',
  },
  stopped: {
    de: 'Abgebrochen bei',
    en: 'Stopped at',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** What a script says, before the name of the section, when a command fails. */
export const stoppedAt = (language: Language): string => labels.stopped[language];

/** The first lines of a script, as comments. Throws UnwritableValueError. */
export function headingLines({ title, subject, writtenAt, rights, lists = [] }: Heading, dialect: Dialect, language: Language): string {
  return [
    `${title}: ${subject}`,
    `${labels.writtenAt[language]} ${writtenAt}`,
    DIALECT_NEEDS[dialect][language],
    labels[dialect === 'az' ? 'proved' : 'unproved'][language],
    ...[{ title: labels.rights[language], lines: rights }, ...lists].flatMap(({ title, lines }) =>
      lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [],
    ),
  ]
    .map(comment)
    .join('\n');
}
