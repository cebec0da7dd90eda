interface Metric {
  /** `total` only grows, `spread` is a histogram, `level` is looked at when it is sent. */
  kind: 'total' | 'spread' | 'level';
  /** As UCUM writes it. */
  unit: string;
  means: string;
  attributes: readonly string[];
}

/**
 * Everything that is measured, each with all that may be said beside it: words of ours, of HTTP or of Azure's API, never a name or an id
 * of what is somebody's.
 */
export const METRICS = {
  'http.server.request.duration': {
    kind: 'spread',
    unit: 's',
    means: 'how long requests took, by template of their path and status of the answer; 499 is one whose caller left',
    attributes: ['http.request.method', 'http.route', 'http.response.status_code'],
  },
  'tresor.problems': {
    kind: 'total',
    unit: '{problem}',
    means: 'requests that were answered with a problem, by its code',
    attributes: ['tresor.problem.code', 'http.route'],
  },
  'tresor.azure.call.duration': {
    kind: 'spread',
    unit: 's',
    means:
      'how long each call of Azure took on the wire; `outcome` is `answered`, `refused` (4xx), `throttled` (429), `failed` (5xx) or `lost` (no answer)',
    attributes: ['tresor.azure.service', 'tresor.azure.provider', 'http.request.method', 'outcome'],
  },
  'tresor.azure.throttles': {
    kind: 'total',
    unit: '{answer}',
    means: 'answers of Azure that asked to wait (429)',
    attributes: ['tresor.azure.service', 'tresor.azure.provider'],
  },
  'tresor.azure.calls.active': {
    kind: 'level',
    unit: '{call}',
    means: 'calls of Azure under way; at most eight for each person and subscription',
    attributes: [],
  },
  'tresor.azure.calls.waiting': {
    kind: 'level',
    unit: '{call}',
    means: 'calls of Azure that wait for one of those to end',
    attributes: [],
  },
  'tresor.azure.writes.waiting': {
    kind: 'level',
    unit: '{call}',
    means: 'writes that wait for room in Azure’s allowance',
    attributes: [],
  },
  'tresor.azure.circuits.open': {
    kind: 'level',
    unit: '{circuit}',
    means: 'services of Azure, each in one subscription, that did not answer and are left alone but for one call every four seconds',
    attributes: [],
  },
  'tresor.orders': {
    kind: 'total',
    unit: '{order}',
    means: 'orders that came into a state on this server, by kind: machines of a batch, commands that must happen once, plans of a restore',
    attributes: ['tresor.order.kind', 'tresor.order.state'],
  },
  'tresor.event_loop.delay': {
    kind: 'level',
    unit: 's',
    means: 'how long the process was held up since the last look, by quantile (`0.5`, `0.99`, `1`)',
    attributes: ['quantile'],
  },
  'tresor.memory': {
    kind: 'level',
    unit: 'By',
    means: 'memory of the process: `resident`, `heap`, `external`',
    attributes: ['tresor.memory.kind'],
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
type OfKind<Kind extends Metric['kind']> = {
  [Name in MetricName]: (typeof METRICS)[Name]['kind'] extends Kind ? Name : never;
}[MetricName];
export type TotalName = OfKind<'total'>;
export type SpreadName = OfKind<'spread'>;
export type LevelName = OfKind<'level'>;

/** What is said beside a value: only what the table names. */
export type AttributesOf<Name extends MetricName> = Partial<Record<(typeof METRICS)[Name]['attributes'][number], string | number>>;

const SUFFIX: Record<string, string> = { s: '_seconds', By: '_bytes' };

/** The series of a metric under the names that Prometheus gives them (OpenTelemetry, “Prometheus and OpenMetrics compatibility”). */
export function seriesOf(name: MetricName): string[] {
  const { kind, unit } = METRICS[name];
  const base = `${name.replaceAll('.', '_')}${SUFFIX[unit] ?? ''}`;
  if (kind === 'spread') return [`${base}_bucket`, `${base}_sum`, `${base}_count`];
  return [kind === 'total' ? `${base}_total` : base];
}

/** The name of an attribute at Prometheus. */
export const labelOf = (attribute: string): string => attribute.replaceAll('.', '_');
