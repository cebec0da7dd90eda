// @vitest-environment jsdom
import type { StepView } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { mount } from '../../../testing/mount';
import { someRestore } from '../../../testing/restore';
import { RecordFacts } from './record-facts';

it.each<[Pick<StepView, 'state' | 'reason'>, string | null, string]>([
  [{ state: 'done', reason: null }, '2017-03-03T12:00:00Z', 'Done. New restore point from'],
  [{ state: 'ready', reason: 'not-protected' }, null, 'The new virtual machine isn’t backed up yet. No new restore point yet.'],
  [{ state: 'ready', reason: 'first-backup-missing' }, null, 'Backup is enabled but has no restore point yet.Recovery Services vault'],
])('the check of the backup is told in sentences: %j', (view, newestPoint, words) => {
  const steps: StepView[] = [{ step: 'protection', needs: [], command: null, ...view }];
  const protection = { state: 'known' as const, value: { ruleId: null, elsewhere: null, newestPoint, jobId: null } };
  mount(<RecordFacts restore={{ ...someRestore, steps, protection }} vaultName="OperationsVault" />);
  expect(document.body.textContent).toContain(words);
});
