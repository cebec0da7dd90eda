import { os } from '@orpc/server';
import { commandName } from '@tresor/contracts';
import type { AzureSession } from '../azure/connection/azure';
import { answerOf } from '../workflows/record/command-answer';
import { placeOf } from '../workflows/record/command-place';
import type { Services } from './services';

interface CommandContext {
  azure: AzureSession;
  services: Pick<Services, 'record'>;
}

/** Every command passes here: it is on record before it does anything, and with what became of it before anybody is told. */
export const recordCommand = os.$context<CommandContext>().middleware(async ({ context: { azure, services }, path, next }, input) => {
  const name = commandName.safeParse(path.join('.')).data;
  if (name === undefined) return next();
  return services.record.carryOut(
    azure,
    { name, reason: null, ...placeOf(name, input, azure.correlationId) },
    async (recorded) => next({ context: { azure: recorded } }),
    ({ output }) => answerOf(name, output),
  );
});
