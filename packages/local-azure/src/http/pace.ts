import type { ClockMode } from '../world/clock';
import type { HttpAnswer } from './exchange';

/** `Retry-After` counts the caller's seconds: where the world runs faster, what is awaited is there sooner. Refusals stay as they are. */
export function atPace(clock: ClockMode, answer: HttpAnswer): HttpAnswer {
  const after = answer.headers['Retry-After'];
  if (clock.mode !== 'accelerated' || after === undefined || answer.status >= 400) return answer;
  const seconds = Math.max(1, Math.ceil(Number(after) / clock.speed));
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(seconds) } };
}
