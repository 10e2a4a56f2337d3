import type { Term } from '../vocabulary/terms.ts'

/** Who a partnership counts on (domain E3, E17). A principal holds every partnership at the own school. */
export const holderRoles = [
  { code: 'lead', en: 'District lead', es: 'Responsable del distrito' },
  { code: 'backup', en: 'District backup', es: 'Suplente del distrito' },
  { code: 'partner_lead', en: 'Partner lead', es: 'Responsable de la organización' },
  { code: 'partner_backup', en: 'Partner backup', es: 'Suplente de la organización' },
  { code: 'liaison', en: 'School liaison', es: 'Enlace de la escuela' },
  { code: 'principal', en: 'Principal', es: 'Dirección de la escuela' },
] as const satisfies readonly Term[]
export type HolderRole = (typeof holderRoles)[number]['code']

/** Who must be named before a partnership goes to work: a lead and a second person on both sides (domain E3). */
export const requiredRoles = ['lead', 'backup', 'partner_lead', 'partner_backup'] as const
export type RequiredRole = (typeof requiredRoles)[number]

/** The required places nobody fills. */
export const missingRoles = (named: Readonly<Record<RequiredRole, unknown>>): RequiredRole[] =>
  requiredRoles.filter((role) => !named[role])

/** Stages at work: a partnership in them keeps its leads. */
export const stagesAtWork: readonly string[] = ['active', 'expanding', 'renewing', 'paused']

export interface Holding {
  partnershipId: string
  role: HolderRole
  schoolId: string | null
}
export interface Move extends Holding {
  toId: string
}

const keyOf = ({ partnershipId, role, schoolId }: Holding): string =>
  `${partnershipId} ${role} ${schoolId ?? ''}`

/** What is left without an owner by these moves, and moves of what the person does not hold (domain E17). */
export const unsettled = (
  holdings: readonly Holding[],
  moves: readonly Move[],
): { left: Holding[]; beside: Move[] } => {
  const moved = new Set(moves.map(keyOf))
  const held = new Set(holdings.map(keyOf))
  return {
    left: holdings.filter((holding) => !moved.has(keyOf(holding))),
    beside: moves.filter((move) => !held.has(keyOf(move))),
  }
}
