import { ProblemError } from '@common-table/shared/contract/problem'
import type { Static, TObject } from 'typebox'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { changedFields } from './changed-fields.ts'
import { SaidProblem, useProblemWords } from './problem-words.ts'
import { useSchemaForm } from './schema-form.ts'
import { useToasts } from './toasts.ts'

export interface RecordFormOptions<Body, Kept> {
  /** The message prefix, as of `useSchemaForm`. */
  texts: string
  /** What the form begins with, for a new record and for the one that is changed. */
  start: () => Partial<Body>
  /** What a field that was emptied is set to; a field without one keeps what it had. */
  blanks: { readonly [K in keyof Body]?: Body[K] }
  /** The record that is changed; without one a new one is added. */
  record?: Kept | undefined
  add?: (body: Body) => Promise<unknown>
  /** `version` is the one to change: after a stale answer it is the record's as it is now. */
  change?: (change: Partial<Body>, version: number) => Promise<unknown>
  /** Everything shown elsewhere is asked for again. */
  refresh: () => Promise<unknown>
}

const versionOf = (answer: unknown): number | undefined =>
  (answer as { version?: number } | undefined)?.version // a record has one

/**
 * A form that adds a record or changes one. A change sends the fields that differ from what the form began with, so that
 * two people who change different things both keep theirs; who comes second is told, and saves again knowingly.
 */
export const useRecordForm = <S extends TObject, Kept extends { version: number }>(
  schema: S,
  { texts, start, blanks, record, add, change, refresh }: RecordFormOptions<Static<S>, Kept>,
) => {
  const { t } = useI18n()
  const { say } = useProblemWords()
  const toasts = useToasts()
  const panel = ref<{ focus: () => void } | null>(null)
  const before = start()
  const form = useSchemaForm(schema, () => before, { texts, summary: panel })
  const fields = Object.keys(schema.properties) as (keyof Static<S>)[]
  let version = record?.version ?? 0
  let takeBack: (() => Promise<void>) | undefined

  const send = async (body: Static<S>): Promise<void> => {
    if (!record) return void (await add?.(body))
    const changes = changedFields<Static<S>>(before as Static<S>, body, blanks, fields)
    if (Object.keys(changes).length === 0) return
    try {
      const after = await change?.(changes, version)
      const was = changedFields<Static<S>>(body, before, blanks, Object.keys(changes) as (keyof Static<S>)[]) // its keys
      takeBack = () => restore(was, versionOf(after) ?? version + 1)
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'stale')) throw error
      version = (error.current as { version?: number } | undefined)?.version ?? version // the record as it is now
      await refresh()
      throw new SaidProblem('stale', t('ui.stale'))
    }
  }
  /** The fields as they were, unless somebody changed the record since: then that stays. */
  const restore = async (was: Partial<Static<S>>, current: number): Promise<void> => {
    try {
      await change?.(was, current)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
    }
    await refresh()
  }
  /** Beside the words that a change was saved: what takes it back. Nothing where nothing was changed. */
  const undoing = () => (takeBack ? { undo: takeBack } : {})
  /** Whether it was saved. A refusal stays on the form. */
  const save = async (): Promise<boolean> => {
    const saved = await form.submit(send)
    if (saved) await refresh()
    return saved
  }
  return { ...form, panel, save, undoing }
}

/** What a panel needs of a form, whatever record it is of. */
export type RecordForm = Pick<
  ReturnType<typeof useRecordForm<TObject, { version: number }>>,
  'summary' | 'problem' | 'sending' | 'panel' | 'save'
>
