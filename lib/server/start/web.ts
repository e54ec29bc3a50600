import { createServer } from "node:http";
import next from "next";
import { ExpectedError } from "@/lib/expected-error";
import { closeDatabase } from "@/lib/server/database";
import { getEnv } from "@/lib/server/env";
import { offerFlow } from "@/lib/server/request-flow";
import { findClientAddress } from "@/lib/server/start/client-address";
import { describeListenError } from "@/lib/server/start/port";
import { onStop, reportFailure, reportReady, runProcess } from "@/lib/server/start/process";

/** How long a request under way may take to finish once the server is told to stop. */
const graceMilliseconds = 5_000;

/** Where the rest of the product reads the address of the client. */
const clientAddressHeader = "x-assay-client";

/** The web process: pages and the API. */
await runProcess(async () => {
  const { host, port, behindProxy } = getEnv();
  const server = createServer({
    // An upload may take hours; only its headers must come at once.
    requestTimeout: 0,
    headersTimeout: 60_000,
    // Longer than the minute proxies commonly keep a connection, so that they close it, not we.
    keepAliveTimeout: 65_000,
  });
  const app = next({
    dev: process.argv.includes("--dev"),
    hostname: host,
    port,
    httpServer: server,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.on("request", (request, response) => {
    // Ours alone to say, whatever the client sent: accounts limit sign-ins by it.
    request.headers[clientAddressHeader] = findClientAddress(request, behindProxy);
    offerFlow(request);
    void handle(request, response);
  });
  onStop(async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMilliseconds).unref();
    await closed;
    await app.close();
    await closeDatabase();
  });
  server.once("error", (error) =>
    reportFailure(new ExpectedError(describeListenError(error, host, port))),
  );
  server.listen(port, host, reportReady);
});
