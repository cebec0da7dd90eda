type StateProblem = 'corrupt' | 'newer' | 'in-use' | 'not-writable' | 'not-private' | 'lost' | 'full' | 'key';

/** The state file cannot be used. The message is one sentence a person can act on; the file was left as it was. */
export class StateError extends Error {
  readonly problem: StateProblem;

  constructor(problem: StateProblem, message: string) {
    super(message);
    this.name = 'StateError';
    this.problem = problem;
  }
}
