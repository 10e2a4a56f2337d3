import { ProblemError } from '@common-table/shared/contract/problem'
import { defineComponent, h } from 'vue'
import { expect, it } from 'vitest'
import { useAct } from './act.ts'
import { render } from './testing.ts'
import { useToasts } from './toasts.ts'

const opened = async () => {
  let after = 0
  const held = {} as ReturnType<typeof useAct>
  const Page = defineComponent(() => {
    Object.assign(
      held,
      useAct(() => (after += 1)),
    )
    return () => h('p')
  })
  await render(Page, { locale: 'es' })
  return { ...held, said: () => useToasts().toasts.map(({ text, tone }) => [text, tone]), after: () => after }
}

it('says what happened, and asks again for what is shown', async () => {
  const { act, said, after } = await opened()
  expect(
    await act(
      async () => 3,
      (n) => `${n} quitados`,
    ),
  ).toBe(true)
  expect(said()).toEqual([['3 quitados', 'success']])
  expect(after()).toBe(1)
})

it('says a refusal in the reader’s words, and asks again all the same', async () => {
  const { act, busy, said, after } = await opened()
  const refused = async () => {
    throw new ProblemError('not-found', 'There is no such need.')
  }
  expect(await act(refused, 'Hecho')).toBe(false)
  expect(said()).toEqual([[expect.not.stringContaining('There is'), 'danger']])
  expect([after(), busy.value]).toEqual([1, false])
})

it('takes no second press while the first is under way, and hides no accident', async () => {
  const { act, busy } = await opened()
  let finish = () => {}
  const first = act(() => new Promise<void>((resolve) => (finish = resolve)))
  expect(busy.value).toBe(true)
  expect(await act(async () => {})).toBe(false)
  finish()
  expect(await first).toBe(true)
  const accident = () => Promise.reject(new TypeError('broken'))
  await expect(act(accident)).rejects.toThrow('broken')
})
