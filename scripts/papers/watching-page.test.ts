import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as metrics from '../../apps/bff/src/telemetry/metrics';
import { alertsIn, renderWatching } from './watching-page.mjs';

const page = readFileSync('docs/watching.md', 'utf8');
const rules = readFileSync('deploy/watching/alerts.yaml', 'utf8');
const dashboard = z
  .object({ panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })) })
  .parse(JSON.parse(readFileSync('deploy/watching/dashboard.json', 'utf8')));

const names = Object.keys(metrics.METRICS).filter((name): name is metrics.MetricName => name in metrics.METRICS);
const series = new Map(names.flatMap((name) => metrics.seriesOf(name).map((one): [string, metrics.MetricName] => [one, name])));

const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...[...rules.matchAll(/expr:([^]*?)\n {8}\w+:/g)].map(([, expr = '']) => expr),
];

/** The series of an expression, each with the labels that it is asked for by. */
const selected = (expression: string) =>
  [...expression.matchAll(/\b((?:tresor|http)_\w+)(?:\{([^}]*)\})?(?=[\s[)>]|$)/g)]
    .filter(([, name = '']) => !labels.has(name))
    .map(([, name = '', matchers = '']) => ({
      name,
      asked: [...matchers.matchAll(/(\w+)\s*=~?|(\w+)\s*!=/g)].map(([, is, not]) => is ?? not ?? ''),
    }));

const labels = new Set(names.flatMap((name) => metrics.METRICS[name].attributes.map(metrics.labelOf)));
/** What Prometheus says itself of each series. */
const OF_PROMETHEUS = ['instance', 'le'];

it('docs/watching.md has the metrics and the alerts there are', async () => {
  expect(page).toBe(await renderWatching(page, metrics, rules));
});

it('each alert has a chapter that says what to do', () => {
  const alerts = alertsIn(rules).map(({ name }) => name);
  expect(alerts).toHaveLength(6);
  for (const name of alerts) expect(page).toContain(`### ${name}\n`);
});

it('each alert is tried on a good day, on a bad one, and where only a part is bad', () => {
  const tested = readFileSync('deploy/watching/alerts-tested.yaml', 'utf8');
  const days = [...tested.matchAll(/- name: '(\w+), (good|bad|partly bad): /g)].map(([, name, day]) => `${name}, ${day}`);
  const wanted = alertsIn(rules).flatMap(({ name }) => ['good', 'bad', 'partly bad'].map((day) => `${name}, ${day}`));
  expect(new Set(days)).toEqual(new Set(wanted));
});

describe('dashboard and alerts', () => {
  it('ask for series that are told, by labels that these have', () => {
    expect(expressions.length).toBeGreaterThan(15);
    for (const expression of expressions) {
      const found = selected(expression);
      expect(found, expression).not.toEqual([]);
      for (const { name, asked } of found) {
        const metric = series.get(name);
        expect(metric, `${name} in ${expression}`).toBeDefined();
        const known = metric ? metrics.METRICS[metric].attributes.map(metrics.labelOf) : [];
        expect(known).toEqual(expect.arrayContaining(asked));
      }
      const grouped = [...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, by = '']) => by.split(/,\s*/));
      const known = found.flatMap(({ name }) => metrics.METRICS[series.get(name) ?? 'tresor.memory'].attributes.map(metrics.labelOf));
      expect([...known, ...OF_PROMETHEUS]).toEqual(expect.arrayContaining(grouped));
    }
  });

  it('leave no metric out', () => {
    const shown = new Set(expressions.flatMap(selected).map(({ name }) => series.get(name)));
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });
});
