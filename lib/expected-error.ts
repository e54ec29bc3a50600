/**
 * A failure that can be foreseen at start, with a message written for the person at the terminal:
 * what is wrong and what to do. It is shown alone, without a stack.
 */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
}
