import { computed, inject, provide, useId, type ComputedRef, type InjectionKey } from 'vue'

/** What a FormField tells the control inside it, so that no page wires ids by hand. */
interface FieldContext {
  id: string
  labelId: string
  describedBy: ComputedRef<string | undefined>
  invalid: ComputedRef<boolean>
}
const key: InjectionKey<FieldContext> = Symbol('field')

export const provideField = (
  hint: () => boolean,
  error: () => boolean,
): FieldContext & { hintId: string; errorId: string } => {
  const id = useId()
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`]
  const describedBy = computed(
    () => [hint() && hintId, error() && errorId].filter(Boolean).join(' ') || undefined,
  )
  const context = { id, labelId: `${id}-label`, describedBy, invalid: computed(error), hintId, errorId }
  provide(key, context)
  return context
}

/** Attributes for a native control: its id, description and state. Outside a FormField only what is given. */
export const useField = (label: () => string | undefined = () => undefined) => {
  const field = inject(key, undefined)
  return computed(() => ({
    id: field?.id,
    'aria-label': field ? undefined : label(),
    'aria-describedby': field?.describedBy.value,
    'aria-invalid': field?.invalid.value || undefined,
  }))
}

/** The same for a group of controls, which a label element cannot name. */
export const useFieldGroup = (label: () => string | undefined = () => undefined) => {
  const field = inject(key, undefined)
  return computed(() => ({
    id: field?.id,
    tabindex: -1,
    'aria-label': field ? undefined : label(),
    'aria-labelledby': field?.labelId,
    'aria-describedby': field?.describedBy.value,
    'data-invalid': field?.invalid.value || undefined,
  }))
}
