import type { figuresContract } from '@common-table/shared/figures/contract'
import type { Handlers } from '../http/mount.ts'

/** Fetched when somebody first asks: it knows the rules of every feature. */
const explaining = () => import('./explain.ts')

export const figuresHandlers: Handlers<typeof figuresContract> = {
  explainFigure: async ({ db, actor, query }) => (await explaining()).explain(db, actor, query),
  listFigureRules: async () => ({ items: (await explaining()).allRules() }),
}
