import { header } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { languageOf } from '../pages/language';
import { html } from '../pages/markup';
import { card, page } from '../pages/page';
import { VM_TYPE } from '../providers/compute/types';
import { tenant } from '../world/directory/directory';
import { guestOf } from '../world/compute/guests';
import { own } from '../world/own';
import type { ArmResource, World } from '../world/world';
import { COMMANDS, isCommand } from './commands';
import { giveSizeBack, hardwareList, takeSize } from './hardware';
import { machineRow } from './machine-row';
import { assignOffered, policyList, takeAssigned } from './policies';
import { giveRoleCommand, isRoleCommand, roleList } from './roles';
import { factorList, giveFactorCommand, isFactorCommand } from './second-factor';
import { texts } from './words';

/** Where a person does inside the machines what Azure cannot do from outside. */
export const SERVER_ROOM = '/server-room';

const SHOWN = 100;

const byName = new Intl.Collator('en', { numeric: true });

/**
 * GET and POST of the page. A form is taken from the page itself only, as the browser says: without sign-in nothing else tells a person
 * in front of it from a page elsewhere.
 */
export function serveServerRoom(world: World, request: HttpRequest): HttpAnswer {
  if (request.method !== 'POST') return serverRoom(world, request);
  if (header(request, 'sec-fetch-site') !== 'same-origin') return refusal(request);
  const query = new URLSearchParams(request.query);
  for (const name of ['done', 'at']) query.delete(name);
  const form = new URLSearchParams(request.body);
  for (const [name, value] of form) {
    const at = own(CHOSEN, name)?.(world, form) ?? (give(world, name, value) ? value : undefined);
    // What the page showed may no longer hold.
    if (at === undefined) continue;
    query.set('done', name);
    query.set('at', at);
  }
  return { status: 303, headers: { Location: `${SERVER_ROOM}?${query.toString()}`, 'Cache-Control': 'no-store' } };
}

/** What is chosen in fields before it is done; each answers what it was done about. */
const CHOSEN: Readonly<Record<string, (world: World, form: URLSearchParams) => string | undefined>> = {
  'assign-policy': (world, form) => assignOffered(world, form.get('policy') ?? '', form.get('scope') ?? ''),
  'take-size': takeSize,
};

/** Whether it was done. */
function give(world: World, name: string, at: string): boolean {
  if (isRoleCommand(name)) return giveRoleCommand(world, name, at);
  if (isFactorCommand(name)) return giveFactorCommand(world, name, at);
  if (name === 'take-policy') return takeAssigned(world, at);
  if (name === 'give-size-back') return giveSizeBack(world, at);
  const vm = machineOf(world, at);
  if (!vm || !isCommand(name) || !COMMANDS[name].mayGive(guestOf(world, vm.id))) return false;
  COMMANDS[name].give(world, vm.id);
  return true;
}

function machineOf(world: World, id: string): ArmResource | undefined {
  const resource = world.resources.get(id);
  return resource?.type.toLowerCase() === VM_TYPE.toLowerCase() ? resource : undefined;
}

function serverRoom(world: World, request: HttpRequest): HttpAnswer {
  const { query } = request;
  const language = languageOf(request);
  const words = texts[language];
  const wanted = query.get('name')?.trim() ?? '';
  const machines = world.resources
    .list(VM_TYPE, '/subscriptions')
    .filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
    .toSorted((one, other) => byName.compare(one.name, other.name));
  const done = query.get('done') ?? '';
  const doneAt = (vm: ArmResource) => (isCommand(done) && query.get('at') === vm.id ? done : undefined);
  const asked = query.get('ui_locales');
  const more = machines.length - SHOWN;
  const roles = roleList(world, words.roles, { command: done, at: query.get('at') ?? '' });
  const content = html`<p class="explanation">${words.explanation}</p>
    <p>
      ${roles.text === '' ? '' : html`<a href="#roles">${words.roles.title}</a> · `}<a href="#sign-ins">${words.secondFactor.title}</a> ·
      <a href="#policies">${words.policies.title}</a> · <a href="#hardware">${words.hardware.title}</a>
    </p>
    <form method="get" role="search">
      ${asked === null ? '' : html`<input type="hidden" name="ui_locales" value="${asked}" />`}
      <label for="name">${words.filter}</label>
      <input id="name" name="name" type="search" value="${wanted}" autocomplete="off" spellcheck="false" />
      <button class="plain">${words.show}</button>
    </form>
    <form method="post">
      <ul>
        ${machines.slice(0, SHOWN).map((vm) => machineRow(world, words, vm, doneAt(vm)))}
      </ul>
    </form>
    ${machines.length === 0 ? html`<p>${words.none}</p>` : ''} ${more > 0 ? html`<p>${words.more.replace('{}', String(more))}</p>` : ''}
    ${roles} ${factorList(world, words.secondFactor, { command: done, at: query.get('at') ?? '' })}
    ${policyList(world, words.policies, { command: done, at: query.get('at') ?? '' })}
    ${hardwareList(world, words.hardware, { command: done, at: query.get('at') ?? '' })}`;
  return page(language, `${words.title} – Local Azure`, card(tenant(world)?.displayName ?? '', words.title, content, 'wide'));
}

function refusal(request: HttpRequest): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  const content = html`<p role="alert">${words.refused}</p>
    <p><a href="${SERVER_ROOM}">${words.back}</a></p>`;
  return page(language, words.title, card('Local Azure', words.title, content), { status: 403 });
}
