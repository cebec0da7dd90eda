import { os } from '@orpc/server';
import { commandName } from '@tresor/contracts';
import type { AzureSession } from '../azure/connection/azure';
import { answerOf } from '../workflows/record/command-answer';
import { placeOf } from '../workflows/record/command-place';
import type { Said } from '../http/said';
import { Problem } from '../problem';
import type { Services } from './services';

interface CommandContext {
  azure: AzureSession;
  services: Pick<Services, 'record' | 'reasonRequired'>;
  said: Said;
}

/** Every command passes here: it is on record before it does anything, and with what became of it before anybody is told. */
export const recordCommand = os.$context<CommandContext>().middleware(async ({ context: { azure, services, said }, path, next }, input) => {
  const name = commandName.safeParse(path.join('.')).data;
  if (name === undefined) return next();
  const { reason } = said;
  if (services.reasonRequired && reason === null) throw new Problem('reason-required');
  const place = placeOf(name, input, azure.correlationId);
  return services.record.carryOut(
    azure,
    { name, reason, ...place, journey: place.journey ?? said.journey },
    async (recorded) => next({ context: { azure: recorded } }),
    ({ output }) => answerOf(name, output),
  );
});
