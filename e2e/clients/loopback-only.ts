import dns from "node:dns";

/** Ends a program that looks for a server by name: all that a story talks to is on this machine. */
function refuse(name: string): never {
  process.stderr.write(`It looked for ${name}.\n`);
  process.exit(70);
}

dns.lookup = refuse as unknown as typeof dns.lookup;
