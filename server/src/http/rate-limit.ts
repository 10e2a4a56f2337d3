import type { FastifyInstance } from 'fastify'
import { ProblemError } from '@common-table/shared/contract/problem'

interface Budget {
  readonly name: string
  readonly requests: number
  readonly seconds: number
}

/** Generous for people and systems that are signed in, narrow where someone could guess a secret. */
const budgets = {
  'signed-in': { name: 'default', requests: 1200, seconds: 60 },
  public: { name: 'public', requests: 300, seconds: 60 },
  link: { name: 'link', requests: 30, seconds: 60 },
  'sign-in': { name: 'sign-in', requests: 20, seconds: 60 },
} as const satisfies Record<string, Budget>

/**
 * Fixed windows per caller, in memory: each replica keeps its own count, so n replicas allow n times as much.
 * Headers as in draft-ietf-httpapi-ratelimit-headers.
 */
export const registerRateLimit = (app: FastifyInstance, factor: number): void => {
  const windows = new Map<string, { used: number; endsAt: number }>()
  app.addHook('onRequest', async (request, reply) => {
    const { route, open } = request.routeOptions.config
    if (open || request.is404) return
    const budget: Budget = budgets[route?.throttle ?? (request.actor ? 'signed-in' : 'public')]
    const allowed = budget.requests * factor
    const now = performance.now()
    const caller = `${budget.name} ${request.actor?.id ?? request.ip}`
    let window = windows.get(caller)
    if (!window || window.endsAt <= now) {
      if (windows.size > 50_000)
        for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key)
      windows.set(caller, (window = { used: 0, endsAt: now + budget.seconds * 1000 }))
    }
    window.used += 1
    const seconds = Math.ceil((window.endsAt - now) / 1000)
    reply.header('ratelimit-policy', `"${budget.name}";q=${allowed};w=${budget.seconds}`)
    reply.header('ratelimit', `"${budget.name}";r=${Math.max(0, allowed - window.used)};t=${seconds}`)
    if (window.used > allowed)
      throw new ProblemError('too-many-requests', `Wait ${seconds} seconds, then try again.`, {
        retryAfter: seconds,
      })
  })
}
