import { removedLeftovers, type CommandName, type ProblemCode } from '@tresor/contracts';
import * as z from 'zod';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import type { CommandAnswer, RecordedCommand } from './recorded-command';

const link = z.object({ url: z.string() });

/** What of an output of any command tells what became of it. */
const output = z.object({
  state: z.string().optional(),
  jobId: z.string().nullish(),
  machineId: z.string().optional(),
  secret: link.optional(),
  key: link.nullish(),
  kept: removedLeftovers.shape.kept.optional(),
  unprotected: removedLeftovers.shape.unprotected.optional(),
  seal: z.object({ head: z.string(), count: z.int() }).optional(),
});

/** What Azure goes on with after it has answered. */
const LASTING: ReadonlySet<CommandName> = new Set([
  'vaults.create',
  'vaults.delete',
  'protection.enable',
  'protection.retry',
  'items.backUpNow',
  'items.stop',
  'items.resume',
  'items.undelete',
  'restores.start',
  'restores.restoreMissing',
  'restores.createMachine',
  'restores.deleteFailedMachine',
  'restores.renewEncryption',
  'restores.protectRestored',
  'jobs.cancel',
  'resourceProviders.register',
]);

function resultOf(name: CommandName, state: string | undefined): CommandAnswer['result'] {
  if (state === 'checking' || state === 'unknown') return 'in-doubt';
  if (state === 'not-started') return 'refused';
  return LASTING.has(name) && state !== 'not-needed' && state !== 'finished' ? 'accepted' : 'done';
}

/** The restore that began with a command. */
export const begunJourney = (name: CommandName, jobId: string | null) => (name === 'restores.start' ? jobId : null);

/** What became of a command, as its answer tells. */
export function answerOf(name: CommandName, answered: unknown): CommandAnswer {
  const { state, jobId = null, machineId, secret, key, kept: seen, unprotected = [], seal } = output.safeParse(answered).data ?? {};
  const kept = seen?.state === 'known' ? (seen.value ?? []) : [];
  const about = {
    ...(machineId && { machineId }),
    ...(secret && { secret: secret.url }),
    ...(key && { key: key.url }),
    ...(kept.length > 0 && { kept: kept.map(({ name, until }) => (until === null ? name : `${name} (${until})`)).join(', ') }),
    ...(unprotected.length > 0 && { unprotected: unprotected.join(', ') }),
    ...(seal && { head: seal.head, records: String(seal.count) }),
  };
  const code = state === 'not-needed' || state === 'not-started' ? state : null;
  const journey = begunJourney(name, jobId);
  return { result: resultOf(name, state), code, jobId, about, ...(journey !== null && { journey }) };
}

const DOUBTFUL: ReadonlySet<ProblemCode> = new Set([
  'azure-timeout',
  'store-timeout',
  'azure-unreachable',
  'azure-answer-unreadable',
  'internal',
]);

const isInDoubt = (error: unknown): boolean => {
  if (error instanceof Problem && error.details.inDoubt) return true;
  if (error instanceof Problem)
    return error.details.cause instanceof UpstreamFailure ? error.details.cause.inDoubt : DOUBTFUL.has(error.code);
  return !(error instanceof UpstreamFailure) || error.inDoubt;
};

/** What became of a command that failed, having come so far. */
export function refusalOf(error: unknown, reached: RecordedCommand['reached']): CommandAnswer {
  const code = error instanceof Problem ? error.code : null;
  const azureCode = error instanceof Problem || error instanceof UpstreamFailure ? error.details.azureCode : undefined;
  const result = reached === 'nothing' || !isInDoubt(error) ? 'refused' : 'in-doubt';
  return { result: reached === 'changed' ? 'broken-off' : result, code, jobId: null, about: { ...(azureCode && { azureCode }) } };
}
