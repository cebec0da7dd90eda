import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import { listedSizes } from '../providers/compute/sizes';
import { setSizeOffer, SHORTAGES, shortSizes, type Shortage } from '../providers/compute/size-offers';
import { locations } from '../world/locations';
import { subscriptions } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { commandRow } from './command-row';

export interface HardwareWords {
  title: string;
  explanation: string;
  size: string;
  region: string;
  how: string;
  take: string;
  taken: string;
  giveBack: string;
  givenBack: string;
  shortage: Record<Shortage, string>;
}

const placeOf = ({ location, size }: { location: string; size: string }): string => `${location} ${size}`;

function setOfAll(world: World, of: { location: string; size: string }, shortage: Shortage | null): void {
  world.write(() => {
    for (const { subscriptionId } of subscriptions(world).list()) {
      setSizeOffer(world, { ...of, subscriptionId }, shortage && { shortage, zones: 'all' });
    }
  });
}

/** Takes a size of machines away in a region, of everybody. Answers region and size; undefined where nothing is called so. */
export function takeSize(world: World, form: URLSearchParams): string | undefined {
  const size = listedSizes.find((one) => one === form.get('size'));
  const location = locations.find(({ name }) => name === form.get('region'))?.name;
  const shortage = SHORTAGES.find((one) => one === form.get('shortage'));
  if (size === undefined || location === undefined || shortage === undefined) return undefined;
  setOfAll(world, { location, size }, shortage);
  return placeOf({ location, size });
}

/** Ends it, no matter who began it. False where the size is not short there. */
export function giveSizeBack(world: World, place: string): boolean {
  const short = shortSizes(world).find((one) => placeOf(one) === place);
  if (!short) return false;
  setOfAll(world, short, null);
  return true;
}

/** What is short, each with the way to give it back, and what can be taken away. `done`: what was just done, with which region and size. */
export function hardwareList(world: World, words: HardwareWords, done: { command: string; at: string }): Markup {
  const short = new Map(shortSizes(world).map((one) => [placeOf(one), one]));
  return html`<h2 id="hardware" class="name">${words.title}</h2>
    <p class="explanation">${words.explanation}</p>
    ${done.command === 'give-size-back' ? html`<p role="status" tabindex="-1" autofocus>${words.givenBack}</p>` : ''}
    ${
      short.size === 0
        ? ''
        : html`<form method="post">
            <ul>
              ${[...short].map(([at, { size, location, shortage }]) =>
                commandRow({
                  name: `${size}, ${location}`,
                  explanation: words.shortage[shortage],
                  done: done.command === 'take-size' && done.at === at ? words.taken : undefined,
                  command: 'give-size-back',
                  at,
                  label: words.giveBack,
                  fullLabel: `${words.giveBack}: ${size}, ${location}`,
                }),
              )}
            </ul>
          </form>`
    }
    <form method="post">
      <label for="size">${words.size}</label>
      <select id="size" name="size">
        ${listedSizes.map((size) => html`<option>${size}</option>`)}
      </select>
      <label for="region">${words.region}</label>
      <select id="region" name="region">
        ${locations.map(({ name, displayName }) => html`<option value="${name}">${displayName}</option>`)}
      </select>
      <label for="shortage">${words.how}</label>
      <select id="shortage" name="shortage">
        ${SHORTAGES.map((one) => html`<option value="${one}">${words.shortage[one]}</option>`)}
      </select>
      <button class="plain" name="take-size" value="">${words.take}</button>
    </form>`;
}
