/** Many may pass at once, or one alone: while the index is made anew, queries wait instead of failing. */
export class Gate {
  #inside = 0;
  #closed: Promise<void> | null = null;
  #emptied: () => void = () => undefined;

  async shared<T>(run: () => Promise<T>): Promise<T> {
    while (this.#closed) await this.#closed;
    this.#inside++;
    try {
      return await run();
    } finally {
      if (--this.#inside === 0) this.#emptied();
    }
  }

  async alone<T>(run: () => Promise<T>): Promise<T> {
    while (this.#closed) await this.#closed;
    let open: () => void = () => undefined;
    this.#closed = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (this.#inside > 0)
        await new Promise<void>((resolve) => {
          this.#emptied = resolve;
        });
      return await run();
    } finally {
      this.#closed = null;
      open();
    }
  }
}
