import { ExpectedError } from "@/lib/expected-error";
import { log } from "@/lib/server/log";

/** What a child tells its supervisor. */
export type Report = { kind: "ready" } | { kind: "failed"; message: string };

/** Runs a process's main function; a failure is told to the supervisor, or printed without one. */
export async function runProcess(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    reportFailure(error);
  }
}

export function reportReady(): void {
  send({ kind: "ready" });
}

/** Tells why this process cannot go on, and ends it. */
export function reportFailure(error: unknown): void {
  const expected = error instanceof ExpectedError;
  if (!expected) {
    log.error("the process failed", { error });
  } else if (!process.send) {
    process.stderr.write(`${error.message}\n`);
  }
  send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  // Leave a moment for the message to go out.
  setTimeout(() => process.exit(1), 200).unref();
}

function send(report: Report): void {
  process.send?.(report, undefined, undefined, () => undefined);
}

/**
 * Calls `stop` once when this process should end, then ends it: its supervisor closed the channel
 * (or died, which closes it too), or, without a supervisor, a signal came.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) {
      return;
    }
    stopping = true;
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      log.error("the process did not stop cleanly", { error });
      process.exit(1);
    }
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  if (process.send) {
    process.once("disconnect", end);
    if (!process.connected) {
      void end();
    }
  }
}
