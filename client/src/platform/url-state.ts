import { computed, nextTick, reactive, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** How one piece of page state is written in the query string. `write` gives undefined for the default. */
export interface UrlPart<T> {
  read(values: string[]): T
  write(value: T): string | string[] | undefined
}

export const text = (otherwise = ''): UrlPart<string> => ({
  read: ([value]) => value ?? otherwise,
  write: (value) => (value === otherwise ? undefined : value),
})
export const oneOf = <const T extends string, D extends T | undefined>(
  choices: readonly T[],
  otherwise: D,
): UrlPart<T | D> => ({
  read: ([value]) => choices.find((choice) => choice === value) ?? otherwise,
  write: (value) => (value === otherwise ? undefined : value),
})
export const manyOf = <const T extends string>(choices: readonly T[]): UrlPart<T[]> => ({
  read: (values) => choices.filter((choice) => values.includes(choice)),
  write: (values) => (values.length === 0 ? undefined : values),
})
export const list = (): UrlPart<string[]> => ({
  read: (values) => values,
  write: (values) => (values.length === 0 ? undefined : values),
})
export const whole = (otherwise?: number): UrlPart<number | undefined> => ({
  read: ([value]) => (value !== undefined && /^-?\d{1,12}$/.test(value) ? Number(value) : otherwise),
  write: (value) => (value === undefined || value === otherwise ? undefined : String(value)),
})
export const flag = (): UrlPart<boolean> => ({
  read: ([value]) => value === '1',
  write: (value) => (value ? '1' : undefined),
})

type Parts = Record<string, UrlPart<unknown>>
type State<P> = { [K in keyof P]: P[K] extends UrlPart<infer T> ? T : never }

/**
 * Page state that lives in the address: a reload or a shared link shows the same rows. Several changes in one tick
 * become one history entry. `const url = useUrlState({ q: text(), sort: text('name') })`, then `url.state.q = 'x'`.
 */
export const useUrlState = <P extends Parts>(parts: P) => {
  const route = useRoute()
  const router = useRouter()
  let waiting: LocationQueryRaw | undefined

  const write = (name: string, value: string | string[] | undefined): void => {
    if (!waiting) {
      waiting = { ...route.query }
      void nextTick(() => {
        const query = waiting ?? {}
        waiting = undefined
        void router.replace({ query, hash: route.hash })
      })
    }
    waiting[name] = value
  }
  const valuesOf = (name: string): string[] =>
    [route.query[name] ?? []].flat().filter((value): value is string => typeof value === 'string')

  const names = Object.keys(parts)
  const state = reactive(
    Object.fromEntries(
      names.map((name): [string, WritableComputedRef<unknown>] => {
        const part = parts[name]! // the names are the keys of parts
        return [
          name,
          computed({ get: () => part.read(valuesOf(name)), set: (value) => write(name, part.write(value)) }),
        ]
      }),
    ),
  ) as State<P>

  const changed = computed(() => names.filter((name) => route.query[name] !== undefined))
  const reset = (...which: (keyof P & string)[]): void => {
    for (const name of which.length > 0 ? which : names) write(name, undefined)
  }
  return { state, changed, reset }
}
