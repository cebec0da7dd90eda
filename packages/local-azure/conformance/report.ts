import type { Finding } from './check-exchange';
import { knownDeviations } from './known-deviations';
import type { KnownDeviation } from './known-deviations';

interface Counts {
  exchanges: number;
  valid: number;
  deviating: number;
  invalid: number;
}

function isKnown(deviation: KnownDeviation, operation: string, finding: Finding): boolean {
  return (
    deviation.in === finding.in &&
    deviation.operation.test(operation) &&
    deviation.at.test(finding.at) &&
    (deviation.problem?.test(finding.problem) ?? true)
  );
}

/** Counts what was judged and tells it as text. */
export class Report {
  readonly #counts = new Map<string, Counts>();
  readonly #uncovered = new Map<string, number>();
  readonly #faults = new Map<string, number>();
  readonly #used = new Set<KnownDeviation>();

  judged(operation: string, findings: readonly Finding[]): void {
    const counts = this.#counts.get(operation) ?? { exchanges: 0, valid: 0, deviating: 0, invalid: 0 };
    this.#counts.set(operation, counts);
    const unknown = findings.filter((finding) => !this.#explain(operation, finding));
    counts.exchanges += 1;
    counts[unknown.length > 0 ? 'invalid' : findings.length > 0 ? 'deviating' : 'valid'] += 1;
    for (const finding of unknown) increase(this.#faults, `${operation}: ${finding.in} ${finding.at} ${finding.problem}`);
  }

  uncovered(kind: string): void {
    increase(this.#uncovered, kind);
  }

  get isClean(): boolean {
    return this.#faults.size === 0;
  }

  toString(): string {
    const total = [...this.#counts.values()].reduce((sum, one) => ({
      exchanges: sum.exchanges + one.exchanges,
      valid: sum.valid + one.valid,
      deviating: sum.deviating + one.deviating,
      invalid: sum.invalid + one.invalid,
    }));
    const rows = [...this.#counts].toSorted(([one], [other]) => one.localeCompare(other));
    return [
      line('operation', 'exchanges', 'valid', 'deviating', 'invalid'),
      ...rows.map(([name, one]) => line(name, one.exchanges, one.valid, one.deviating, one.invalid)),
      line('all', total.exchanges, total.valid, total.deviating, total.invalid),
      ...section('Not covered by the files:', counted(this.#uncovered)),
      ...section('Meant to be otherwise:', this.#reasons()),
      ...section('Invalid:', counted(this.#faults)),
    ].join('\n');
  }

  #explain(operation: string, finding: Finding): boolean {
    const known = knownDeviations.find((deviation) => isKnown(deviation, operation, finding));
    if (known) this.#used.add(known);
    return known !== undefined;
  }

  #reasons(): string[] {
    return knownDeviations.map((one) => `${one.reason} (${one.source})${this.#used.has(one) ? '' : ' — not met in this traffic'}`);
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function counted(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].toSorted(([one], [other]) => one.localeCompare(other)).map(([text, count]) => `${text} (${count} ×)`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((one) => `  ${one}`)];
}

function line(name: string, ...numbers: (string | number)[]): string {
  return name.padEnd(56) + numbers.map((number) => String(number).padStart(11)).join('');
}
