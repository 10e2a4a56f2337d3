import { ProblemError } from '@common-table/shared/contract/problem'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import * as Type from 'typebox'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { catalogues } from '../app/messages.ts'
import { createWords } from './i18n.ts'
import { useRecordForm } from './record-form.ts'

const Place = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    city: Type.Optional(Type.String()),
    seats: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  },
  { additionalProperties: false },
)

const opened = (record?: { name: string; city: string; seats: number | null; version: number }) => {
  const calls = {
    add: vi.fn(async () => undefined as unknown),
    change: vi.fn(async () => undefined as unknown),
    refresh: vi.fn(async () => undefined),
  }
  let form!: ReturnType<typeof useRecordForm<typeof Place, { version: number }>>
  const setup = () => {
    form = useRecordForm(Place, {
      texts: 'places',
      record,
      start: () => (record ? { name: record.name, city: record.city, seats: record.seats } : {}),
      blanks: { city: '', seats: null },
      ...calls,
    })
    return () => null
  }
  mount({ setup }, { global: { plugins: [createWords(catalogues, 'en').i18n] } })
  return { form, ...calls }
}
const library = { name: 'Library', city: 'Salem', seats: 4, version: 3 }

beforeEach(() => setActivePinia(createPinia()))

describe('a form of a record', () => {
  it('adds what was entered', async () => {
    const { form, add, change, refresh } = opened()
    form.model.name = 'Library'
    expect(await form.save()).toBe(true)
    expect(add).toHaveBeenCalledWith({ name: 'Library' })
    expect(change).not.toHaveBeenCalled()
    expect(refresh).toHaveBeenCalledOnce()
  })
  it('sends what differs, and what was emptied as empty', async () => {
    const { form, change } = opened(library)
    form.model.city = ''
    form.model.seats = undefined
    expect(await form.save()).toBe(true)
    expect(change).toHaveBeenCalledWith({ city: '', seats: null }, 3)
  })
  it('takes a change back: the fields as they were, over the version that the change made', async () => {
    const { form, change, refresh } = opened(library)
    change.mockResolvedValueOnce({ version: 9 })
    form.model.name = 'City library'
    form.model.city = ''
    await form.save()
    await form.undoing().undo?.()
    expect(change).toHaveBeenLastCalledWith({ name: 'Library', city: 'Salem' }, 9)
    expect(refresh).toHaveBeenCalledTimes(2)
    expect(opened().form.undoing()).toEqual({})
  })
  it('sends nothing when nothing was changed', async () => {
    const { form, change } = opened(library)
    expect(await form.save()).toBe(true)
    expect(change).not.toHaveBeenCalled()
  })
  it('tells who comes second, and saves again over the version there is now', async () => {
    const { form, change, refresh } = opened(library)
    change.mockRejectedValueOnce(
      new ProblemError('stale', 'Someone changed this.', {
        current: { ...library, city: 'Bend', version: 4 },
      }),
    )
    form.model.name = 'City library'
    expect(await form.save()).toBe(false)
    expect(form.problem.value?.message).toContain('what you entered is still here')
    expect(form.model.name).toBe('City library')
    expect(refresh).toHaveBeenCalledOnce()
    expect(await form.save()).toBe(true)
    expect(change.mock.calls).toEqual([
      [{ name: 'City library' }, 3],
      [{ name: 'City library' }, 4],
    ])
  })
  it('keeps any other refusal on the form', async () => {
    const { form, change, refresh } = opened(library)
    change.mockRejectedValueOnce(new ProblemError('not-permitted', 'Your role does not allow this.'))
    form.model.name = 'City library'
    expect(await form.save()).toBe(false)
    expect(form.problem.value?.message).toBe('Your role does not allow this.')
    expect(refresh).not.toHaveBeenCalled()
  })
})
