import { os } from '@orpc/server';
import { commandName, type CommandName, type VaultPath } from '@tresor/contracts';
import { parseArmId, sameId, vaultIdOf } from '../azure/connection/arm-id';
import { isStatus } from '../azure/connection/upstream-failure';
import type { CommandPlace } from '../workflows/record/recorded-command';
import { readRestoreJob } from '../workflows/restore/journey/restore-job';
import type { AzureSession } from '../azure/connection/azure';
import { answerOf } from '../workflows/record/command-answer';
import { placeOf } from '../workflows/record/command-place';
import type { CommandHeaders } from '../http/command-headers';
import { Problem } from '../problem';
import type { Services } from './services';

const KEY_VAULT = 'microsoft.keyvault/vaults';

interface CommandContext {
  azure: AzureSession;
  services: Pick<Services, 'record' | 'reasonRequired'>;
  commandHeaders: CommandHeaders;
}

/** A command for a key vault belongs to the restore it was given in, where the user may see that; any other to one of its own vault. */
async function within(
  azure: AzureSession,
  { scope, journey }: CommandPlace,
  stated: CommandHeaders['journey'],
): Promise<Partial<CommandPlace>> {
  if (journey !== null || stated === null) return {};
  const { jobId, ...vault } = stated;
  if (sameId(scope, vaultIdOf(vault))) return { journey: jobId };
  if (parseArmId(scope)?.type.toLowerCase() !== KEY_VAULT || !(await isSeen(azure, vault, jobId))) return {};
  return { scope: vaultIdOf(vault), journey: jobId };
}

async function isSeen(azure: AzureSession, vault: VaultPath, jobId: string): Promise<boolean> {
  try {
    await readRestoreJob(azure, vault, jobId);
    return true;
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404) || error instanceof Problem) return false;
    throw error;
  }
}

/** Of what only reads the record nobody has to say why. */
const READING: ReadonlySet<CommandName> = new Set(['audit.list', 'audit.export', 'evidence.ofRestore', 'evidence.ofPlan']);

const COMMANDS: ReadonlyMap<string, CommandName> = new Map(commandName.options.map((name) => [name, name]));

/** Every command passes here: it is on record before it does anything, and with what became of it before anybody is told. */
export const recordCommand = os
  .$context<CommandContext>()
  .middleware(async ({ context: { azure, services, commandHeaders }, path, next }, input) => {
    const name = COMMANDS.get(path.join('.'));
    if (name === undefined) return next();
    const { reason } = commandHeaders;
    if (services.reasonRequired && reason === null && !READING.has(name)) throw new Problem('reason-required');
    const place = placeOf(name, input, azure.correlationId);
    return services.record.carryOut(
      azure,
      { name, reason, ...place, ...(await within(azure, place, commandHeaders.journey)) },
      async (recorded) => next({ context: { azure: recorded } }),
      ({ output }) => answerOf(name, output),
    );
  });
