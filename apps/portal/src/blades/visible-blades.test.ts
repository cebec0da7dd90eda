import { expect, test } from 'vitest';
import { firstVisible } from './visible-blades';

test('all blades stand side by side when there is room for them', () => {
  expect(firstVisible(['large', 'menu', 'small'], 1440)).toBe(0);
});

test('the oldest blades go first when room gets scarce', () => {
  expect(firstVisible(['large', 'menu', 'small', 'small'], 1440)).toBe(1);
  expect(firstVisible(['large', 'menu', 'small', 'small'], 800)).toBe(2);
});

test('an older blade does not come back past one that has no room', () => {
  expect(firstVisible(['menu', 'large', 'small'], 700)).toBe(2);
});

test('a folded blade leaves its room to those before it', () => {
  expect(firstVisible(['large', 'menu', 'small', 'large'], 1190)).toBe(2);
  expect(firstVisible(['large', 'menu', 'small', 'large'], 1190, new Set([3]))).toBe(1);
  expect(firstVisible(['large', 'menu', 'large'], 390, new Set([2]))).toBe(1);
  expect(firstVisible(['large', 'menu', 'small', 'large'], 1190, new Set([1, 2]))).toBe(1);
  expect(firstVisible(['large', 'menu', 'small', 'small'], 1190, new Set([2]))).toBe(1);
});

test('the newest blade is there even on a telephone', () => {
  expect(firstVisible(['large', 'menu', 'medium'], 390)).toBe(2);
});
