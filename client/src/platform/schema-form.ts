import { ProblemError } from '@common-table/shared/contract/problem'
import type { Static, TObject } from 'typebox'
import { computed, nextTick, reactive, ref, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { withoutBlanks } from './blank-fields.ts'
import { useProblemWords } from './problem-words.ts'
import type { BrokenRule } from './schema-errors.ts'

/** A form holds what is typed so far: every field may still be empty. */
export type Draft<T> = { [K in keyof T]-?: T[K] | undefined }

export interface FormOptions {
  /** The message prefix, e.g. `needs.form`: `<texts>.<field>` is the label, `<texts>.errors.<field>.<rule>` a sentence. */
  texts: string
  /** The element that holds the ErrorSummary gets the focus when the form is refused. */
  summary?: Ref<{ focus: () => void } | null>
}

/** One form over one body schema: validates on submit, after that on input, and shows the server's field problems. */
export const useSchemaForm = <S extends TObject>(
  schema: S,
  start: () => Partial<Static<S>>,
  options: FormOptions,
) => {
  const { t, te } = useI18n()
  const { sayField } = useProblemWords()
  const empty = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, undefined]))
  const model = reactive({ ...empty, ...start() }) as Draft<Static<S>>
  const submitted = ref(false)
  const sending = ref(false)
  const problem = shallowRef<ProblemError | null>(null)
  const fromServer = shallowRef<{ field: string; message: string; was: unknown }[]>([])

  const label = (field: string): string => {
    const key = `${options.texts}.${field.replace(/\.\d+/g, '')}`
    return te(key) || te(key, 'en') ? t(key) : ''
  }
  /** The feature's own sentence for a rule, where it has one: in the reader's language, also for what the server found. */
  const ownSentence = (field: string, rule: string, limit = ''): string | undefined => {
    const key = `${options.texts}.errors.${field}.${rule}`
    return te(key) || te(key, 'en') ? t(key, { limit }) : undefined
  }
  const sentence = ({ field, rule, limit }: BrokenRule): string => {
    const general = `ui.errors.${rule}`
    return (
      ownSentence(field, rule, limit) ?? (te(general, 'en') ? t(general, { limit }) : t('ui.errors.other'))
    )
  }
  const valueAt = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], model)

  // The checker is fourteen kilobytes that nobody needs before pressing the button.
  const arriving = import('./schema-errors.ts').catch(() => undefined) // then the server is the only judge
  const check = shallowRef<(typeof import('./schema-errors.ts'))['brokenRules']>()
  const broken = computed(() => check.value?.(schema, withoutBlanks(model)) ?? [])
  const errors = computed<Record<string, string>>(() => {
    const shown: Record<string, string> = {}
    if (submitted.value) for (const rule of broken.value) shown[rule.field] ??= sentence(rule)
    for (const { field, message, was } of fromServer.value)
      if (JSON.stringify(valueAt(field)) === JSON.stringify(was)) shown[field] ??= message
    return shown
  })
  const summary = computed(() =>
    Object.entries(errors.value).map(([field, text]) => ({ field, text, label: label(field) })),
  )

  /** Runs `save` with a valid body; returns whether it was saved. A refusal stays on the form. */
  const submit = async (save: (body: Static<S>) => Promise<unknown>): Promise<boolean> => {
    if (sending.value) return false
    sending.value = true
    submitted.value = true
    problem.value = null
    fromServer.value = []
    try {
      check.value ??= (await arriving)?.brokenRules
      if (broken.value.length > 0) return await refuse()
      await save(withoutBlanks(model) as Static<S>)
      submitted.value = false
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      fromServer.value = (error.fields ?? []).map(({ field, rule, message }) => ({
        field,
        message: ownSentence(field, rule) ?? sayField({ rule, message }),
        was: snapshot(valueAt(field)),
      }))
      if (fromServer.value.length === 0) problem.value = error
      return refuse()
    } finally {
      sending.value = false
    }
  }
  const refuse = async (): Promise<false> => {
    await nextTick()
    options.summary?.value?.focus()
    return false
  }
  const reset = (): void => {
    Object.assign(model, empty, start())
    submitted.value = false
    problem.value = null
    fromServer.value = []
  }
  return { model, errors, summary, problem, sending, label, submit, reset }
}

const snapshot = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))
