/** The world's time. Milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
}

export type ClockMode =
  | { mode: 'real' }
  /** World minutes per real minute. */
  | { mode: 'accelerated'; speed: number }
  | { mode: 'standing' };
