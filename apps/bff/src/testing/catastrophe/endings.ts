import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import type { ExpectedOutcome } from '@tresor/local-azure';
import * as z from 'zod';
import type { DirectAnswer } from '../direct';

type Ending = ExpectedOutcome['ends'] | `neither: ${string}`;

const status = z.object({ code: z.string() });

/** A machine as Resource Manager shows it with its instance view. */
const shownMachine = z.object({
  properties: z.object({
    provisioningState: z.string(),
    instanceView: z.object({
      statuses: z.array(status),
      vmAgent: z.object({ statuses: z.array(z.object({ displayStatus: z.string() })) }).optional(),
    }),
  }),
});

type ShownMachine = z.infer<typeof shownMachine>;

const isUp = ({ properties: { provisioningState, instanceView } }: ShownMachine): boolean =>
  provisioningState === 'Succeeded' &&
  instanceView.statuses.some(({ code }) => code === 'PowerState/running') &&
  instanceView.vmAgent?.statuses[0]?.displayStatus === 'Ready';

/** Whether the quota left no cores for a machine: by what Azure refused it with or, where others had them by then, before Azure was asked. */
export const isOverQuota = ({ stop, refusal }: Pick<RecoveryMachineView, 'stop' | 'refusal'>): boolean => {
  const faults = refusal?.faults ?? [];
  if (faults.length > 0) return faults.every(({ field, fault }) => field === 'machine' && fault === 'quota');
  return stop?.command === 'create-machine' && stop.azureCode === 'OperationNotAllowed' && /cores quota/i.test(stop.azureMessage ?? '');
};

/**
 * How a machine has ended, by what Azure shows of it; the board has to say the same. `planned`: where the plan has it; undefined: it is none of
 * the plan. `shown`: undefined where it does not exist. `isShutOut`: Azure Backup may not read its key vault, and the helpdesk may not let it
 * in: the machine runs, and the board has to say that it is not backed up.
 */
function endingOf(planned: RecoveryMachineView | undefined, shown: ShownMachine | undefined, isShutOut: boolean): Ending {
  if (!planned) return shown && isUp(shown) ? 'spared' : 'neither: left out of the plan';
  if (!shown) {
    if (isOverQuota(planned)) return 'over quota';
    return planned.state === 'refused' ? 'lost' : `neither: no machine, and the board says ${planned.state}`;
  }
  const stop = planned.stop?.reason;
  if (!isUp(shown)) return planned.state === 'needs-person' && stop === 'stuck' ? 'not started' : `neither: not up, ${planned.state}`;
  if (planned.state === 'done' || (stop === 'backup-kept-out' && isShutOut)) return 'running';
  return stop === 'application-needed' ? 'data locked' : `neither: up, and the board says ${planned.state} ${stop ?? ''}`;
}

interface Ended {
  machine: string;
  should: Ending;
  ended: Ending;
  view: RecoveryMachineView | undefined;
}

/** How each machine ended, as Azure shows it and the board says it; `show`: asks Resource Manager. */
export async function endingsOf(
  show: (url: string) => Promise<DirectAnswer>,
  expected: readonly ExpectedOutcome[],
  { machines }: Pick<RecoveryPlan, 'machines'>,
): Promise<Ended[]> {
  const views = new Map<string, RecoveryMachineView>(machines.map((one) => [one.item.vmName, one]));
  const ended: Ended[] = [];
  for (const { machine, vmId, ends, keys } of expected) {
    const { status, body } = await show(`${vmId}?api-version=2023-09-01&$expand=instanceView`);
    const view = views.get(machine);
    if (status !== 404 && status !== 200) throw new Error(`Azure answered ${status} of ${machine}: ${JSON.stringify(body)}`);
    const shown = status === 404 ? undefined : shownMachine.parse(body);
    ended.push({ machine, should: ends, ended: endingOf(view, shown, keys === 'service shut out'), view });
  }
  return ended;
}

/** A sentence for each machine that ended otherwise than it should. */
export const differences = (all: readonly Ended[]): string[] =>
  all.flatMap(({ machine, should, ended, view }) =>
    ended === should ? [] : [`${machine} ended “${ended}”, and should “${should}”. ${JSON.stringify(view?.refusal ?? view?.stop ?? '')}`],
  );

/** A sentence for each machine that runs, and not from the point that should be taken; `newest`: by machine, the newest there was. */
export function wrongPoints(
  expected: readonly ExpectedOutcome[],
  all: readonly Ended[],
  newest: ReadonlyMap<string, string | null>,
): string[] {
  const points = new Map(expected.map(({ machine, point }) => [machine, point]));
  return all.flatMap(({ machine, ended, view }) => {
    const [wanted, taken, latest] = [points.get(machine), view?.pointTime ?? '', newest.get(machine) ?? ''];
    if (ended !== 'running' || wanted === undefined) return [];
    const isRight = wanted === 'newest' ? taken === latest : Date.parse(taken) < Date.parse(latest);
    return isRight ? [] : [`${machine} was brought back from ${taken}, and should from its ${wanted} point; the newest is of ${latest}.`];
  });
}
