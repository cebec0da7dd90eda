import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedExchange } from '../src/http/recorder';
import { ExchangeCheck } from './check-exchange';
import { OperationFinder, planeOf } from './find-operation';
import { Report } from './report';
import { Schemas } from './schemas';
import { Specification } from './specification';
import { readBack } from '../src/world/json';

function* exchangesIn(folder: string): Generator<RecordedExchange> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ndjson'))) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      // A process that was killed may have left half a line at the end.
      if (!line.endsWith('}')) continue;
      yield readBack(line);
    }
  }
}

/** Checks recorded traffic (files of NDJSON) against the OpenAPI files of a folder. */
export function checkTraffic(specifications: string, traffic: string): Report {
  const specification = new Specification(specifications);
  const finder = new OperationFinder(specification);
  const check = new ExchangeCheck(specification, new Schemas(specification));
  const report = new Report();
  for (const exchange of exchangesIn(traffic)) {
    const plane = planeOf(exchange);
    const found = plane && finder.find(exchange);
    if (found) report.judged(found.operation.id, check.check(exchange, found));
    else report.uncovered(plane ? `${exchange.method} ${shapeOf(exchange)}` : 'Sign-in and Graph');
  }
  return report;
}

/** A path without the names in it. */
function shapeOf({ path, hostname }: RecordedExchange): string {
  const segments = path.split('/').filter(Boolean);
  const shown = segments.map((segment, place) => (place % 2 === 1 && segments[place - 1] !== 'providers' ? '…' : segment)).join('/');
  return hostname.includes('.localhost') || hostname.includes('.net') ? `${hostname.split('.').slice(1).join('.')}/${shown}` : `/${shown}`;
}
