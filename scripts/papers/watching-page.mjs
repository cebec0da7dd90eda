import { formatted } from '../formatted.mjs';
import { cell, fill, table } from './operations-page.mjs';

const code = (text) => `\`${text}\``;

/** Of the series of a metric the first says enough: those of a histogram differ in their end. */
function metricsTable({ METRICS, seriesOf, labelOf }) {
  const rows = Object.entries(METRICS).map(([name, { kind, means, attributes }]) => [
    code(name),
    code(kind === 'spread' ? seriesOf(name)[0].replace(/_bucket$/, '_*') : seriesOf(name)[0]),
    cell(means),
    attributes.map((attribute) => code(labelOf(attribute))).join(', ') || '–',
  ]);
  return table(['metric', 'at Prometheus', 'meaning', 'by'], rows);
}

const MEMBERS = /- alert: (\w+)[^]*?severity: (\w+)[^]*?summary: ([^\n]+)/g;

/** Names, weight and meaning of the alerts, in the order of their file. */
export const alertsIn = (rules) => [...rules.matchAll(MEMBERS)].map(([, name, severity, summary]) => ({ name, severity, summary }));

const alertsTable = (rules) =>
  table(
    ['alert', 'severity', 'meaning'],
    alertsIn(rules).map(({ name, severity, summary }) => [code(name), severity, cell(summary)]),
  );

/**
 * The page with the tables of what is measured and of the alerts.
 * @param {string} page
 * @param {{ METRICS: object, seriesOf: (name: any) => string[], labelOf: (attribute: string) => string }} metrics
 * @param {string} rules text of deploy/watching/alerts.yaml
 */
export const renderWatching = (page, metrics, rules) =>
  formatted('watching.md', fill(fill(page, 'metrics', metricsTable(metrics)), 'alerts', alertsTable(rules)));
