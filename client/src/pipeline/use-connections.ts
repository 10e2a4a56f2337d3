import type { Static, TObject } from 'typebox'
import { ref } from 'vue'
import { useSchemaForm } from '../platform/schema-form.ts'
import { usePipelineAct, usePipelineChanged } from './use-pipeline.ts'

/** The small form that adds one thing to what is known of an organization, and the press that takes one away. */
export const useConnections = <S extends TObject>(
  schema: S,
  start: () => Partial<Static<S>>,
  add: (body: Static<S>) => Promise<unknown>,
) => {
  const panel = ref<{ focus: () => void } | null>(null)
  const adding = ref(false)
  const changed = usePipelineChanged()
  const { act } = usePipelineAct()
  const form = useSchemaForm(schema, start, { texts: 'pipeline.ties', summary: panel })
  const save = async (): Promise<void> => {
    if (!(await form.submit(add))) return
    form.reset()
    adding.value = false
    await changed()
  }
  return { ...form, panel, adding, save, remove: act }
}

/** What the card needs of a form, whatever it adds. */
export type ConnectionForm = Pick<
  ReturnType<typeof useConnections<TObject>>,
  'summary' | 'problem' | 'sending' | 'panel' | 'adding' | 'save'
>
