import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLinkAccess } from '@common-table/shared/contract/permission'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'

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
  /** Counted by address before the link is looked up, so that guessing costs nothing but this; a hall of partners shares one. */
  'by-link': { name: 'by-link', requests: 240, seconds: 60 },
  'sign-in': { name: 'sign-in', requests: 20, seconds: 60 },
  /** A public form: a busy evening at one library is let through, a flood is not. */
  form: { name: 'form', requests: 20, seconds: 600 },
} as const satisfies Record<string, Budget>

/** Counts a request and throws when there were too many. */
export type RateLimit = (request: FastifyRequest, reply: FastifyReply, route: Route | undefined) => void

/**
 * Fixed windows per caller, in memory: each replica keeps its own count, so n replicas allow n times as much.
 * Headers as in draft-ietf-httpapi-ratelimit-headers.
 */
export const rateLimit = (factor: number): RateLimit => {
  const windows = new Map<string, { used: number; endsAt: number }>()
  return (request, reply, route) => {
    const budget = budgetOf(route, request)
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
  }
}

const budgetOf = (route: Route | undefined, request: FastifyRequest): Budget => {
  if (route?.throttle) return budgets[route.throttle]
  if (route && isLinkAccess(route.access)) return budgets['by-link']
  return budgets[request.actor ? 'signed-in' : 'public']
}
