# One file for every service: docker build --build-arg SERVICE=gateway -t marquee-gateway .
# Works with the classic builder too, so nothing here needs BuildKit.

FROM node:22-bookworm-slim AS manifests
WORKDIR /src
COPY . .
RUN mkdir /manifests \
  && cp --parents package.json package-lock.json .npmrc */package.json */*/package.json /manifests

FROM node:22-bookworm-slim AS build
WORKDIR /app
# Only what names packages, so that they are installed again only when that changes.
COPY --from=manifests /manifests ./
# Not `npm ci`: it refuses a lockfile made on another platform, whose optional binaries it does not name.
RUN npm install --no-save --no-audit --no-fund --loglevel=error
COPY . .
RUN node tools/build.mjs && node tools/runtime-modules.mjs /runtime

FROM node:22-bookworm-slim
ARG SERVICE
WORKDIR /app
COPY --from=build /runtime ./
COPY --from=build /app/deploy/livez.mjs ./
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/dist/chunks ./dist/chunks
COPY --from=build /app/dist/defaults ./dist/defaults
COPY --from=build /app/dist/engine ./dist/engine
COPY --from=build /app/dist/services/config-thread.mjs /app/dist/services/renderer-thread.mjs ./dist/services/
COPY --from=build /app/dist/services/${SERVICE}.mjs ./dist/services/service.mjs
# A new volume takes these modes, and whoever PUID names must be able to write there. One container mounts each.
RUN mkdir -m 1777 /data /config
# glibc keeps what drawing pictures has freed; with these it gives it back, which halves the memory held afterwards.
ENV NODE_ENV=production \
  MALLOC_MMAP_THRESHOLD_=65536 \
  MALLOC_TRIM_THRESHOLD_=131072 \
  MARQUEE_BIND=0.0.0.0 \
  MARQUEE_DATA=/data \
  MARQUEE_WEB_DIR=/app/web/dist \
  PORT=8080
USER 1000:1000
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["node", "/app/livez.mjs"]
CMD ["node", "/app/dist/services/service.mjs"]
