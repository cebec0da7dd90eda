// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterAll, expect, test } from 'vitest';
import { azureNow, noteAzureTime } from '../../api/azure-time';
import { Retirement } from '../readiness/retirement';
import { endingRows, type EndingRow } from './ending-rows';
import { endingMachineOf } from '../../testing/ending-machine';
import { EndingSummary } from './ending-summary';
import { useEndingWords } from './use-ending-words';

const DAY_BEFORE = '2028-09-14T09:00:00Z';
const DAY_AFTER = '2028-09-16T09:00:00Z';

afterAll(() => noteAzureTime(new Date().toISOString()));

/** A machine that is off and was never backed up. */
const [OFF] = endingRows(
  [endingMachineOf('Off', { machine: { powerState: 'deallocated', protectedByVaultId: null } })],
  Date.parse(DAY_AFTER),
  5,
);

function Words() {
  const { steps, pointsBasis } = useEndingWords();
  return OFF && `${steps(OFF)}. ${pointsBasis}`;
}

function Steps({ of }: { of: EndingRow | undefined }) {
  const { steps } = useEndingWords();
  return of && steps(of);
}

function Summary() {
  return OFF && <EndingSummary plan={[OFF]} from={azureNow()} perWeek={5} now={azureNow()} />;
}

/** What is read at a moment. */
function saidAt(moment: string, component: ReactNode): string | null {
  noteAzureTime(moment);
  const { container } = render(<MemoryRouter>{component}</MemoryRouter>);
  return container.textContent;
}

test('readiness counts the days to the end, and from it on says that it is over, for backups too', () => {
  expect(saidAt(DAY_BEFORE, <Retirement count={2} />)).toMatch(/retires.*in one day.*before then, restore what you still need/);
  const after = saidAt(DAY_AFTER, <Retirement count={2} />);
  expect(after).toMatch(/has retired.*Since .*Don’t restart them.*no longer backs up such virtual machines/);
  expect(after).not.toMatch(/before then|in -?\d+ days/);
});

test('the summary of the plan stops counting how many a week would be in time once there is no time', () => {
  expect(saidAt(DAY_BEFORE, <Summary />)).toMatch(/in one day.*too late for one machine.*no whole week left/);
  const after = saidAt(DAY_AFTER, <Summary />);
  expect(after).toMatch(/retired on .*Don’t restart them.*the last one starts in the week of/);
  expect(after).not.toMatch(/too late|whole week/);
});

test('nobody is told to start a machine, or to back it up, once that no longer helps', () => {
  expect(saidAt(DAY_BEFORE, <Words />)).toMatch(/Back it up.*Start it.*Before then, restore what you still need/);
  const after = saidAt(DAY_AFTER, <Words />);
  expect(after).toMatch(/Azure Backup no longer makes one; It isn’t running.*no longer backs up machines/);
  expect(after).not.toMatch(/Back it up|Start it|Before then/);
});

test('stopped backups are no recent backup: how old the newest point is, is said', () => {
  const stopped = { protectedByVaultId: null, stoppedInVaultId: '/vault' };
  const points = { newest: '2026-03-04T21:00:00.000Z', retention: { kind: 'kept' } } as const;
  const [row] = endingRows([endingMachineOf('Stopped', { machine: stopped, points })], Date.parse(DAY_BEFORE), 5);
  expect(saidAt(DAY_BEFORE, <Steps of={row} />)).toMatch(/^Resume its backup.* stopped.*from .*2026$/);
  expect(saidAt(DAY_AFTER, <Steps of={row} />)).toMatch(/^Save what is newer than .*2026 .*no longer makes one$/);
});
