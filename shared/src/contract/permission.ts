import type { LinkPurpose } from '../vocabulary/link-purposes.ts'

/**
 * Who may do what. The server enforces this table, the client asks it before it offers a button, and scopes of
 * API clients are these same words. Row scope (own schools, own organisation) comes on top, in the queries.
 */
const reader = [
  'district:read',
  'schools:read',
  'organizations:read',
  'partnerships:read',
  'agreements:read',
  'check-ins:read',
  'pipeline:read',
  'needs:read',
  'activities:read',
  'metrics:read',
  'search:read',
  'compliance:read',
  'stories:read',
] as const

/** A principal writes to the partners of the own schools (domain D13). */
const planner = [
  ...reader,
  'needs:write',
  'activities:write',
  'site-plans:write',
  'imports:read',
  'check-ins:write',
  'letters:write',
  'stories:write',
] as const

const coordinator = [
  ...planner,
  'organizations:write',
  'partnerships:write',
  'agreements:write',
  'pipeline:write',
  'imports:write',
  'views:share',
  'compliance:write',
  'equity:read',
  'placements:write',
] as const

const director = [
  ...coordinator,
  'agreements:approve',
  'schools:write',
  'priorities:write',
  'catalog:write',
  'metrics:write',
  'users:read',
  'compliance:rules',
  'letters:templates',
  'stories:publish',
  'equity:write',
  'releases:write',
] as const

const admin = [
  ...director,
  'district:write',
  'users:write',
  'measurements:write',
  'api-clients:write',
  'audit:read',
  'outbox:read',
] as const

export const roles = {
  admin,
  director,
  coordinator,
  school: planner,
  analyst: [
    ...reader,
    'imports:read',
    'imports:write',
    'metrics:write',
    'measurements:write',
    'views:share',
    'equity:read',
    'equity:write',
  ],
  steward: [
    ...reader,
    'imports:read',
    'imports:write',
    'metrics:write',
    'measurements:write',
    'measurements:raw',
    'releases:write',
    'equity:read',
    'audit:read',
  ],
  viewer: reader,
  partner: ['partnerships:read', 'district:read'],
} as const

export type Role = keyof typeof roles
export type Permission = (typeof roles)[Role][number]
/**
 * Open to whoever holds an e-mailed link of this purpose, and to nobody else. `any` is for the frame around every
 * purpose. `spends` uses the link up, in the same transaction as the act: a second time is refused.
 */
export interface LinkAccess {
  readonly link: LinkPurpose | 'any'
  readonly spends?: true
}
export type Access = Permission | 'signed-in' | 'public' | LinkAccess

export const isLinkAccess = (access: Access): access is LinkAccess => typeof access === 'object'
/** As one word, for lists of routes. */
export const accessName = (access: Access): string =>
  isLinkAccess(access) ? `link ${access.link}${access.spends ? ' (once)' : ''}` : access

export const roleNames = Object.keys(roles) as Role[]

export const allPermissions: Permission[] = [...new Set(Object.values(roles).flat())].sort()

/** What a caller holds: a person holds what the role gives, an API client holds its scopes. */
export const permissionsOf = (role: Role): readonly Permission[] => roles[role]

export const holds = (held: readonly string[], access: Access): boolean =>
  access === 'public' || access === 'signed-in' || (!isLinkAccess(access) && held.includes(access))

export const permits = (role: Role, access: Access): boolean => holds(permissionsOf(role), access)
