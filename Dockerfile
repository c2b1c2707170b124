FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json vite.config.js ./
COPY src src
RUN npm run build

FROM node:24-trixie-slim
# The service alone decides who may connect: within a container, every address is the container's.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 KENES_DATA=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE README.md ./
RUN npm ci --omit=dev && npm cache clean --force
COPY graph-seed graph-seed
COPY --from=build /app/dist dist
# The program stays root's, so that the service cannot change it; only its data are its own.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
# The image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", \
  "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# With room for what an answer needs while it is made, which is then not copied about: a tenth quicker.
# The heap has room for what src/limits.ts admits; the worker, which answers heavy queries, has one of the
# same size. Both together stay below 1.2 GB.
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=32", "--heap-growing-percent=300", "dist/main.js"]
