import { ProblemError } from '../../api/problem-error';

/** Whether an order was refused for rights that the plan does not tell of beforehand, and would be so again until somebody gives them. */
export const isForbiddenToIsolate = (error: unknown) => error instanceof ProblemError && error.problem.code === 'isolation-forbidden';
