import type { Holdings, PersonHolding } from '@common-table/shared/continuity/schemas'
import { reactive } from 'vue'

/** One choice: a place in one partnership, or a school with all the partnerships its principal holds. */
export interface MoveLineItem {
  key: string
  items: PersonHolding[]
}

const keyOf = ({ partnership, role, school }: PersonHolding): string =>
  role === 'principal' ? `principal ${school?.id}` : `${partnership.id} ${role} ${school?.id ?? ''}`

/** What moves, as few choices as there are, each with whoever stands nearest already chosen. */
export const useMoveLines = ({ items, candidates }: Holdings) => {
  const lines = [...Map.groupBy(items, keyOf)].map(([key, own]): MoveLineItem => ({ key, items: own }))
  const suggested: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    lines.map(({ key, items: own }) => [key, own[0]?.suggested ?? undefined]),
  )
  return {
    lines,
    suggested,
    chosen: reactive<Record<string, string | undefined>>({ ...suggested }),
    options: candidates.map(({ id, name, title }) => ({
      value: id,
      label: [name, title].filter(Boolean).join(', '),
    })),
  }
}
