// Asked by the container's health check: does the server of this container answer?
const port = process.env.PORT ?? '4310'
const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
process.exitCode = answer?.ok ? 0 : 1
