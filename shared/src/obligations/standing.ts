/**
 * What is known of a promise on its day. `late`: kept, but after the day. `missed`: it was not kept, and somebody said why.
 * `void`: its agreement ended or was replaced.
 */
export type DueStatus = 'open' | 'kept' | 'late' | 'missed' | 'waived' | 'void'
export type DueStanding = Exclude<DueStatus, 'open'> | 'open' | 'soon' | 'overdue'

/** A promise is shown as coming up from so many days before it is due. */
export const soonDays = 14

/** What people see on a day: an open promise becomes soon, then overdue, with time alone. */
export const dueStanding = (
  { status, dueOn }: { readonly status: DueStatus; readonly dueOn: string },
  today: string,
  soonFrom: string,
): DueStanding => {
  if (status !== 'open') return status
  if (dueOn < today) return 'overdue'
  return dueOn <= soonFrom ? 'soon' : 'open'
}

/** Kept on or before its day is kept; after it, late. */
export const keptAs = (dueOn: string, keptOn: string): 'kept' | 'late' => (keptOn <= dueOn ? 'kept' : 'late')

export interface KeptCounts {
  readonly kept: number
  readonly late: number
  readonly missed: number
  readonly waived: number
}
export interface Kept extends KeptCounts {
  /** Kept in time, of all that were due and not waived; null when nothing was due yet. */
  readonly share: number | null
}

/** How many promises were kept, of those that were due: what was waived counts for nobody. */
export const keptOf = ({ kept, late, missed, waived }: KeptCounts): Kept => {
  const due = kept + late + missed
  return { kept, late, missed, waived, share: due > 0 ? kept / due : null }
}

/** How many promises were kept (domain 5.5): waived and void ones count for nobody, open ones once their day is over. */
export const promisesKept = (
  dues: readonly { readonly status: DueStatus; readonly dueOn: string }[],
  today: string,
): Kept => {
  const count = (holds: (due: (typeof dues)[number]) => boolean) => dues.filter(holds).length
  return keptOf({
    kept: count(({ status }) => status === 'kept'),
    late: count(({ status }) => status === 'late'),
    missed: count(({ status, dueOn }) => status === 'missed' || (status === 'open' && dueOn < today)),
    waived: count(({ status }) => status === 'waived'),
  })
}
