import { estateSight } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { holdRoles } from '../../testing/hold-roles';
import { startContoso } from '../../testing/start-contoso';

const LEE = '5fb08da2-d416-4ec7-a259-0a17d46e3f85';
const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const BACKUP_CONTRIBUTOR = '5e467623-bb1f-42f4-a55d-6e525e11384b';
const MACHINE_CONTRIBUTOR = '9980e02c-c2be-4d73-94e8-173b1dc7cf3c';

it('all of the estate is seen with rights on its subscriptions, and one where a list would leave something out is named', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const sightOf = async (person: string) => {
    // One that has answered keeps its answer for a second.
    const server = await contoso.startAnother();
    const { subscriptions, unreadable } = await ask.get(estateSight, '/api/estate/sight', { person, server });
    return [subscriptions, ...unreadable.map(({ name }) => name)];
  };
  expect(await sightOf('adele')).toEqual([2]);
  // The roles of the guest do not show the subscription itself, but all that counts in it.
  expect(await sightOf('lee')).toEqual([1]);
  await holdRoles(contoso, LEE, [{ role: READER, scope: `${PRODUCTION}/resourceGroups/OperationsRG` }]);
  expect(await sightOf('lee')).toEqual([1, 'Contoso Production']);
  await holdRoles(contoso, LEE, [{ role: BACKUP_CONTRIBUTOR, scope: PRODUCTION }]);
  expect(await sightOf('lee')).toEqual([1, 'Contoso Production']);
  await holdRoles(
    contoso,
    LEE,
    [BACKUP_CONTRIBUTOR, MACHINE_CONTRIBUTOR].map((role) => ({ role, scope: PRODUCTION })),
  );
  expect(await sightOf('lee')).toEqual([1]);
});
