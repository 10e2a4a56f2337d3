import type { Term } from '../vocabulary/terms.ts'

/** Where a need stands. Suggested needs come from figures or surveys and count nowhere until a person takes them on. */
export const needStatuses = [
  { code: 'suggested', en: 'Suggested', es: 'Sugerida' },
  { code: 'open', en: 'Open', es: 'Abierta' },
  { code: 'in_progress', en: 'In progress', es: 'En curso' },
  { code: 'met', en: 'Met', es: 'Cubierta' },
  { code: 'dismissed', en: 'Dismissed', es: 'Descartada' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirada' },
] as const satisfies readonly Term[]
export type NeedStatus = (typeof needStatuses)[number]['code']

const next: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  suggested: ['open', 'dismissed'],
  open: ['in_progress', 'met', 'withdrawn'],
  in_progress: ['open', 'met', 'withdrawn'],
  met: ['open'],
  dismissed: ['open'],
  withdrawn: ['open'],
}

export const nextNeedStatuses = (from: NeedStatus): readonly NeedStatus[] => next[from]
export const mayNeedBecome = (from: NeedStatus, to: NeedStatus): boolean => next[from].includes(to)

/** A need that is turned away, taken back or opened again says why: the school that asked is owed an answer. */
export const needsReason = (from: NeedStatus, to: NeedStatus): boolean =>
  to === 'dismissed' || to === 'withdrawn' || (to === 'open' && !['suggested', 'in_progress'].includes(from))

/** Whether a need counts as demand on the gap board. A met need still counts: its supply is set against it. */
export const isDemand = (status: NeedStatus): boolean =>
  status === 'open' || status === 'in_progress' || status === 'met'
