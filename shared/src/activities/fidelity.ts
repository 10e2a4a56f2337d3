/** Sessions of a service in a quarter, up to today. */
export interface SessionCount {
  /** Of those planned, the ones whose day has come. */
  readonly due: number
  readonly delivered: number
}
export interface Fidelity {
  /** Null where nothing was due. */
  readonly percent: number | null
  /** Sessions beyond the plan: told, but never counted as more than all of it. */
  readonly beyond: number
}

/**
 * Fidelity: sessions delivered of those planned (domain A13). A session made up within the same quarter counts; what goes
 * beyond the plan does not make it more than kept, and a session nobody has reported on counts as not delivered.
 */
export const fidelityOf = ({ due, delivered }: SessionCount): Fidelity => ({
  percent: due === 0 ? null : Math.round((1000 * Math.min(delivered, due)) / due) / 10,
  beyond: Math.max(0, delivered - due),
})

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
