type Stoppable = { stop: () => Promise<void> };

/** How soon after the first signal a second one means "now": npm passes a Ctrl-C on twice. */
const secondSignalMilliseconds = 1_500;

/** Thrown to leave the start when a signal came meanwhile. */
class StopRequested extends Error {}

/** Knows what runs, and ends it in order: once asked, once, and with the right exit code. */
export class Shutdown {
  /** Resolves when a signal came or something failed. */
  readonly requested: Promise<void>;
  private request!: () => void;
  private isRequested = false;
  private isRunning = false;
  private failure: unknown;
  private readonly kept: { running: Promise<Stoppable>; order: number }[] = [];

  constructor(private readonly say: (line: string) => void) {
    this.requested = new Promise((resolve) => {
      this.request = resolve;
    });
    const firstAt = { time: 0 };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.onSignal(firstAt));
    }
    this.watchNpm();
  }

  /** Remembers something to stop; of two, that with the higher order is stopped first. */
  keep<T extends Stoppable>(running: Promise<T>, order: number): Promise<T> {
    this.kept.push({ running, order });
    return running;
  }

  /** Asks for the end because of an error. What fails while ending is an effect, not a cause. */
  fail(error: unknown): void {
    if (this.isRunning || error instanceof StopRequested || this.failure !== undefined) {
      return;
    }
    this.failure = error;
    this.ask();
  }

  throwIfRequested(): void {
    if (this.isRequested) {
      throw this.failure ?? new StopRequested();
    }
  }

  /** Stops all that runs and answers the exit code, or throws the failure that led here. */
  async run(): Promise<number> {
    this.isRunning = true;
    for (const { running } of this.kept.toSorted((a, b) => b.order - a.order)) {
      const started = await running.catch(() => null);
      await started?.stop();
    }
    if (this.failure !== undefined) {
      throw this.failure;
    }
    this.say("Stopped");
    return 0;
  }

  /**
   * npm runs us below a shell that does not pass signals on: a kill of npm ends both and leaves us.
   * Our parent changing is all that we see of it.
   */
  private watchNpm(): void {
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid;
      const watch = () => process.ppid === parent || this.ask();
      setInterval(watch, 500).unref();
    }
  }

  private ask(): void {
    this.isRequested = true;
    this.request();
  }

  private onSignal(first: { time: number }): void {
    if (first.time === 0) {
      first.time = Date.now();
      this.ask();
    } else if (Date.now() - first.time > secondSignalMilliseconds) {
      // The children notice that we are gone; PostgreSQL is stopped by the next start.
      process.exit(1);
    }
  }
}
