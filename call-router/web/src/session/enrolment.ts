import type { Problem } from "../contract";

/** A second factor that is offered at sign-in and confirmed by a code of its secret. */
export interface Enrolment {
  readonly secret: string;
  readonly address: string;
  /** Opaque; sent back with the code. */
  readonly enrolment: string;
}

/** The offer in a refused sign-in; undefined when it was refused for another reason. */
export function enrolmentOf(problem: Problem & Partial<Enrolment>): Enrolment | undefined {
  const { secret, address, enrolment } = problem;
  return problem.type === "second-factor-enrolment" &&
    secret !== undefined &&
    address !== undefined &&
    enrolment !== undefined
    ? { secret, address, enrolment }
    : undefined;
}
