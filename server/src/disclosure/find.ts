import { readEarlier } from '@common-table/shared/disclosure/earlier-tables'
import { guardedTable, safeRows, viewOf } from '@common-table/shared/disclosure/guarded-table'
import type { findingKinds } from '@common-table/shared/releases/schemas'
import { attack } from './attack.ts'
import type { GuardedApart, TableToGuard } from './guard.ts'

/** What making a table safe came upon, and at which cell; null where it is no printed one. */
export interface Found {
  readonly kind: (typeof findingKinds)[number]
  readonly place: { readonly school: string | null; readonly group: string } | null
}

const hiddenIn = (view: ReturnType<typeof viewOf>): ReadonlySet<string> =>
  new Set(view.cells.flatMap(({ raw, seen }) => (seen?.suppressed ? [raw.key] : [])))

/** Makes a table safe beside everything in print, and says what it took. */
export const guardAndTell = async ({
  figures,
  rules,
  earlier,
  seconds,
}: TableToGuard): Promise<GuardedApart> => {
  const { views, inPrint, alsoHide, tooLate } = readEarlier(figures, rules, earlier)
  const guarded = await guardedTable(
    figures,
    { ...rules, inPrint, alsoHide },
    { attack, before: views, seconds },
  )
  // What would be hidden without the earlier releases is not their doing.
  const alone = earlier.length > 0 ? await guardedTable(figures, rules, { attack, seconds }) : guarded
  const view = viewOf(figures, rules, guarded.rows)
  const without = hiddenIn(viewOf(figures, rules, alone.rows))
  const told = (kind: Found['kind'], keys: Iterable<string>) =>
    [...new Set(keys)].map((key): Found => ({ kind, place: view.places.get(key) ?? null }))
  const stopped: Found[] = [
    ...told(
      'pinned',
      guarded.open.map(({ key }) => key),
    ),
    ...(guarded.unproved > 0 ? [{ kind: 'unproved', place: null } as const] : []),
  ]
  // What was given up in vain is no news beside what it was given up for.
  const findings: Found[] =
    stopped.length > 0
      ? stopped
      : [
          ...told(
            'given_up',
            [...guarded.added].filter((key) => without.has(key)),
          ),
          ...told(
            'overlap',
            [...hiddenIn(view)].filter((key) => !without.has(key)),
          ),
          ...told('in_print', tooLate),
        ]
  return { rows: safeRows(guarded), findings }
}
