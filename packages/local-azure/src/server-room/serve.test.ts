import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortSizes } from '../providers/compute/size-offers';
import { policiesAt, policyAssignmentId, policyAssignments } from '../world/policies/policy-assignments';
import { startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { mayDo } from '../world/authorization/access';
import { eligibleRoles } from '../world/authorization/eligible-roles';
import { guestOf } from '../world/compute/guests';
import { takeEffect } from '../testing/take-effect';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'greenfield', clock: { mode: 'standing' } });
});

afterAll(() => azure.stop());

const idOf = (name: string) => azure.world.resources.named('Microsoft.Compute/virtualMachines', name)[0]?.id ?? '';
const inside = (name: string) => guestOf(azure.world, idOf(name));

async function open(query = '', language = 'de-DE') {
  const answer = await fetch(`${azure.url}/server-room${query}`, { headers: { 'accept-language': language } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Presses a button of the page; `site` is what a browser says of where the form came from; empty: not a browser. */
async function press(command: string, machine: string, site = 'same-origin', query = '') {
  const answer = await fetch(`${azure.url}/server-room${query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: site === '' ? {} : { 'sec-fetch-site': site },
    body: new URLSearchParams({ [command]: machine }),
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '' };
}

it('lists the machines with what can be done inside each, in the language of the browser', async () => {
  const { status, headers, text } = await open();
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-\S+'; .*frame-ancestors 'none'/);
  expect(text).toContain('läuft, kein VM-Agent, im Netzwerk');
  expect(text).toContain('aria-label="VM-Agent installieren: FinanceVM2"');
  expect(text).not.toContain('aria-label="VM-Agent installieren: FinanceVM1"');
  expect((await open('', 'en-GB')).text).toContain('aria-label="Install VM agent: FinanceVM2"');
});

it('leads past the machines to what is below them', async () => {
  const { text } = await open();
  for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(` id="${id}"`);
  expect(text).toContain('<a href="#sign-ins">Womit sich jemand anmeldet</a>');
});

it('shows those whose name is looked for, whatever is typed', async () => {
  const { text } = await open('?name=payroll');
  expect(text).toContain('PayrollVM1');
  expect(text).not.toContain('OfficeVM1');
  const strange = await open(`?name=${encodeURIComponent('"><script>')}`);
  expect(strange.text).toContain('Kein virtueller Computer heißt so.');
  expect(strange.text).not.toContain('"><script>');
});

it('installs the agent, says so, and keeps what was looked for', async () => {
  const { status, location } = await press('install-agent', idOf('FinanceVM2'), 'same-origin', '?name=finance');
  expect(status).toBe(303);
  expect(inside('FinanceVM2').agent).toEqual({ installed: true, running: true, version: '2.7.41491.1183' });
  const { text } = await open(location.replace('/server-room', ''));
  expect(text).toContain('role="status" tabindex="-1" autofocus>Der VM-Agent ist installiert und läuft.</p>');
  expect(text).not.toContain('PayrollVM1');
});

it('takes no form from elsewhere', async () => {
  for (const site of ['cross-site', 'same-site', 'none', '']) {
    expect((await press('shut-down', idOf('OfficeVM1'), site)).status, site).toBe(403);
  }
  expect(inside('OfficeVM1').power).toBe('running');
});

it('does nothing that is not offered', async () => {
  for (const [command, machine] of [
    ['switch-on', idOf('OfficeVM1')],
    ['explode', idOf('OfficeVM1')],
    ['shut-down', '/subscriptions/none'],
  ] as const) {
    expect((await press(command, machine)).location, command).toBe('/server-room?');
  }
  expect(inside('OfficeVM1')).toMatchObject({ power: 'running' });
});

it('shuts a machine down, in its time, and switches it on again with its agent', async () => {
  await press('stop-agent', idOf('IntranetVM1'));
  await press('shut-down', idOf('IntranetVM1'));
  expect(inside('IntranetVM1').power).toBe('stopping');
  azure.advance(60_000);
  expect(inside('IntranetVM1').power).toBe('stopped');
  await press('switch-on', idOf('IntranetVM1'));
  azure.advance(60_000);
  expect(inside('IntranetVM1')).toMatchObject({ power: 'running', agent: { running: true } });
});

it('lets a person activate a role that she is eligible for, and give it back', async () => {
  const contoso = await startLocalAzure({ file: ':memory:', seed: 'contoso', clock: { mode: 'standing' } });
  const [eligible] = eligibleRoles(contoso.world).list();
  const held = () => mayDo(contoso.world, eligible?.principalId ?? '', 'Microsoft.KeyVault/vaults/write', eligible?.scope ?? '');
  const page = async () => (await fetch(`${contoso.url}/server-room`, { headers: { 'accept-language': 'de-DE' } })).text();
  const ask = (command: string) =>
    fetch(`${contoso.url}/server-room`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ [command]: eligible?.name ?? '' }),
    });
  expect(await page()).toContain('aria-label="Aktivieren: Key Vault Contributor, Patti Fernandez"');
  expect(held()).toBe(false);
  expect((await ask('activate-role')).headers.get('location')).toContain('done=activate-role');
  takeEffect(contoso);
  expect(held()).toBe(true);
  expect((await ask('activate-role')).headers.get('location')).not.toContain('done=');
  expect(await page()).toContain('Patti Fernandez: Contoso Production, aktiv');
  await ask('end-role');
  takeEffect(contoso);
  expect(held()).toBe(false);
  await ask('activate-role');
  contoso.advance(3_600_000);
  takeEffect(contoso);
  expect(held()).toBe(false);
  await contoso.stop();
});

it('lets a role that somebody must approve be asked for and approved', async () => {
  const contoso = await startLocalAzure({ file: ':memory:', seed: 'contoso', clock: { mode: 'standing' } });
  const eligible = eligibleRoles(contoso.world)
    .list()
    .find(({ approvers }) => approvers);
  const held = () => mayDo(contoso.world, eligible?.principalId ?? '', 'Microsoft.DataProtection/any/action', eligible?.scope ?? '');
  const page = async () => (await fetch(`${contoso.url}/server-room`, { headers: { 'accept-language': 'de-DE' } })).text();
  const give = (command: string) =>
    fetch(`${contoso.url}/server-room`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ [command]: eligible?.name ?? '' }),
    });
  expect(await page()).toContain('Patti Fernandez: ContosoResourceGuard, nicht aktiv, mit Genehmigung von Adele Vance');
  expect((await give('activate-role')).headers.get('location')).not.toContain('done=');
  await give('ask-for-role');
  expect(held()).toBe(false);
  expect(await page()).toContain('aria-label="Genehmigen: Backup MUA Operator, Patti Fernandez"');
  await give('approve-role');
  takeEffect(contoso);
  expect(held()).toBe(true);
  contoso.advance(3_600_000);
  expect(held()).toBe(false);
  expect(await page()).toContain('aria-label="Anfragen: Backup MUA Operator, Patti Fernandez"');
  await contoso.stop();
});

it('lets somebody sign in with a password alone, and no longer', async () => {
  const adele = 'adele.vance@contoso.example';
  expect((await open()).text).toContain('aria-label="Nur Kennwort: Adele Vance"');
  const { location } = await press('password-alone', adele);
  const { text } = await open(location.replace('/server-room', ''));
  expect(text).toContain('role="status" tabindex="-1" autofocus>Ab dem nächsten Token genügt das Kennwort.</p>');
  expect(text).toContain('aria-label="Zweiten Faktor verlangen: Adele Vance"');
  expect(text).toContain('aria-label="Nur Kennwort: Alex Wilber"');
  expect((await press('password-alone', adele)).location).not.toContain('done=');
  await press('second-factor', adele);
  expect((await open()).text).toContain('aria-label="Nur Kennwort: Adele Vance"');
});

it('assigns a policy that comes with Azure to a group, and takes it away', async () => {
  const group = azure.world.resources.list('Microsoft.Resources/resourceGroups', '/subscriptions').find(({ name }) => name === 'ContosoRG');
  const send = async (body: Record<string, string>) => {
    const answer = await fetch(`${azure.url}/server-room`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(body),
    });
    return answer.headers.get('location') ?? '';
  };
  const wanted = { policy: 'no-public-key-vaults', scope: group?.id ?? '', 'assign-policy': '' };
  const { text } = await open((await send(wanted)).replace('/server-room', ''));
  expect(text).toContain('role="status" tabindex="-1" autofocus>Die Richtlinie ist zugewiesen.</p>');
  expect(text).toContain(
    'aria-label="Zuweisung aufheben: Azure Key Vault should disable public network access, Contoso Production: ContosoRG"',
  );
  expect(policiesAt(azure.world, `${group?.id ?? ''}/providers/Microsoft.KeyVault/vaults/new`)).toHaveLength(0);
  azure.advance(30 * 60_000);
  expect(policiesAt(azure.world, `${group?.id ?? ''}/providers/Microsoft.KeyVault/vaults/new`)).toHaveLength(1);
  expect(await send(wanted)).not.toContain('done=');
  expect(await send({ ...wanted, scope: '/subscriptions/none' })).not.toContain('done=');
  const [assignment] = policyAssignments(azure.world);
  const taken = await send({ 'take-policy': assignment ? policyAssignmentId(assignment) : '' });
  expect((await open(taken.replace('/server-room', ''))).text).toContain('Die Zuweisung ist aufgehoben.');
  expect(policyAssignments(azure.world)).toEqual([]);
});

it('takes a size of machines away in a region, and gives it back', async () => {
  const send = async (body: Record<string, string>) => {
    const answer = await fetch(`${azure.url}/server-room`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(body),
    });
    return (answer.headers.get('location') ?? '').replace('/server-room', '');
  };
  const wanted = { size: 'Standard_DS2_v2', region: 'westeurope', shortage: 'exhausted', 'take-size': '' };
  const { text } = await open(await send(wanted));
  expect(text).toContain('role="status" tabindex="-1" autofocus>Die Größe fehlt dort jetzt.</p>');
  expect(text).toContain('aria-label="Zurückgeben: Standard_DS2_v2, westeurope"');
  expect(new Set(shortSizes(azure.world).map(({ shortage }) => shortage))).toEqual(new Set(['exhausted']));
  for (const wrong of [{ size: 'none' }, { region: 'none' }, { shortage: 'none' }]) {
    expect(await send({ ...wanted, ...wrong })).not.toContain('done=');
  }
  const given = await open(await send({ 'give-size-back': 'westeurope Standard_DS2_v2' }));
  expect(given.text).toContain('Die Größe gibt es dort wieder.');
  expect(shortSizes(azure.world)).toEqual([]);
  expect(await send({ 'give-size-back': 'westeurope Standard_DS2_v2' })).not.toContain('done=');
});
