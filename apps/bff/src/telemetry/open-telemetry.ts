import type { TelemetrySettings } from '../config/telemetry';
import type { Telemetry } from './telemetry';

/** Only where somebody watches anything of OpenTelemetry is loaded. `report` is told when something cannot be delivered. */
export async function openTelemetry(settings: TelemetrySettings | undefined, report: () => void): Promise<Telemetry | undefined> {
  if (!settings) return undefined;
  const [{ watchedBy }, { otlpExporters }] = await Promise.all([import('./sdk/watched-by'), import('./sdk/otlp-exporters')]);
  return watchedBy(settings, otlpExporters(settings), report);
}
