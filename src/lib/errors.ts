/** Base of the three classes; the class says what happens next, the text says what, where and what to do. */
abstract class SaysoError extends Error {
  /** Stable, machine-readable. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** May work when tried again: a busy server, a lost connection. */
export class RetryError extends SaysoError {}

/** This document is set aside and the run goes on. CLI exit code 3. */
export class SkipError extends SaysoError {}

/** The run cannot go on. `exitCode`: 2 bad usage, 4 storage refused, 5 cannot continue. */
export class StopError extends SaysoError {
  readonly exitCode: 2 | 4 | 5;

  constructor(code: string, message: string, exitCode: 2 | 4 | 5 = 5, options?: ErrorOptions) {
    super(code, message, options);
    this.exitCode = exitCode;
  }
}
