import { describe, expect, it } from 'vitest';
import { differencesOf, shapeOf } from './members';

const recorded = shapeOf([
  { value: [{ id: 'a', count: 1, tags: { any: 'thing' }, properties: { state: 'on', since: null } }] },
  { value: [{ id: 'b', count: '2', properties: { state: 'off', since: '2020', note: 'sometimes' } }] },
]);
const differences = (...bodies: unknown[]) => differencesOf(recorded, shapeOf(bodies));

describe('An answer beside recorded ones', () => {
  it('is alike when it has what all of them have, of a type that any of them has', () => {
    expect(differences({ value: [{ id: 'c', count: '3', tags: { other: 1 }, properties: { state: 'on', since: null } }] })).toEqual([]);
  });

  it('lacks what all of them have, wherever there is something that could have it', () => {
    expect(differences({ value: [{ id: 'c', count: 3, properties: { since: null } }] })).toEqual(['lacks value[].properties.state']);
    expect(differences({ value: [] })).toEqual([]);
  });

  it('adds what none of them has, and is told of types that none of them has', () => {
    const answer = { value: [{ id: 7, count: 3, color: 'red', properties: { state: 'on', since: null } }] };
    expect(differences(answer)).toEqual(['value[].id is number, not string', 'adds value[].color']);
  });
});
