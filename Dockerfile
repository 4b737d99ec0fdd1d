# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS build
WORKDIR /opt/passerelle
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run --silent build

FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=3978 HOST=0.0.0.0 DATA_DIR=/var/lib/passerelle
WORKDIR /opt/passerelle
COPY --from=build --chown=root:root /opt/passerelle/package.json /opt/passerelle/LICENSE ./
COPY --from=build --chown=root:root /opt/passerelle/node_modules node_modules
COPY --from=build --chown=root:root /opt/passerelle/dist dist
COPY --from=build --chown=root:root /opt/passerelle/locales locales
COPY --from=build --chown=root:root /opt/passerelle/deployments deployments
COPY --from=build --chown=root:root /opt/passerelle/vectors vectors
# The only place that is written to; the file system may be read-only but for it.
RUN install -d -o node -g node -m 0700 /var/lib/passerelle
VOLUME /var/lib/passerelle
USER node
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/index.js"]
