import { ProblemError } from '@common-table/shared/contract/problem'
import { mount } from '@vue/test-utils'
import * as Type from 'typebox'
import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { catalogues } from '../app/messages.ts'
import { createWords } from './i18n.ts'
import { useSchemaForm } from './schema-form.ts'

const Offer = Type.Object(
  {
    name: Type.String({ minLength: 3 }),
    email: Type.Optional(Type.String({ format: 'email' })),
    seats: Type.Integer({ minimum: 1 }),
    address: Type.Optional(Type.Object({ city: Type.String() })),
  },
  { additionalProperties: false },
)
const words = {
  ...catalogues,
  offers: {
    en: { form: { name: 'Name', errors: { name: { required: 'Enter the name of the offer.' } } } },
    es: async () => ({ messages: {} }),
  },
}

const opened = (start: object = {}, focus = vi.fn(), spoken = createWords(words, 'en')) => {
  let form!: ReturnType<typeof useSchemaForm<typeof Offer>>
  const setup = () => {
    form = useSchemaForm(Offer, () => start, { texts: 'offers.form', summary: ref({ focus }) })
    return () => null
  }
  mount({ setup }, { global: { plugins: [spoken.i18n] } })
  return form
}

describe('a form over a schema', () => {
  it('stays silent until it is submitted', () => {
    expect(opened().errors.value).toEqual({})
  })
  it('refuses with the form’s own sentence, else the kit’s, and leads to the summary', async () => {
    const focus = vi.fn()
    const form = opened({ email: 'nonsense' }, focus)
    const save = vi.fn()
    expect(await form.submit(save)).toBe(false)
    expect(form.errors.value).toEqual({
      name: 'Enter the name of the offer.',
      seats: 'This is needed. Enter a value.',
      email: 'Enter an e-mail address, like name@example.org.',
    })
    expect(form.summary.value).toContainEqual({
      field: 'name',
      label: 'Name',
      text: 'Enter the name of the offer.',
    })
    expect(save).not.toHaveBeenCalled()
    expect(focus).toHaveBeenCalledOnce()
  })
  it('checks while typing once it was submitted', async () => {
    const form = opened({ seats: 0, name: 'ab' })
    await form.submit(vi.fn())
    expect(form.errors.value.seats).toBe('Enter 1 or more.')
    expect(form.errors.value.name).toBe('This is too short. Enter at least 3 characters.')
    form.model.seats = 4
    expect(form.errors.value.seats).toBeUndefined()
  })
  it('takes a number that cannot be read for what it is', async () => {
    const form = opened({ name: 'Reading', seats: Number.NaN })
    await form.submit(vi.fn())
    expect(form.errors.value.seats).toBe('This cannot be read. Check what you entered.')
  })
  it('sends what was given, trimmed, without what was left empty', async () => {
    const form = opened({ name: '  Reading ', seats: 3, email: '' })
    const save = vi.fn(async () => undefined)
    expect(await form.submit(save)).toBe(true)
    expect(save).toHaveBeenCalledWith({ name: 'Reading', seats: 3 })
  })
  it('shows the server’s problem at its field until the field changes', async () => {
    const form = opened({ name: 'Reading', seats: 3, address: { city: 'Nowhere' } })
    const refusal = new ProblemError('invalid-input', 'No.', {
      fields: [{ field: 'address.city', rule: 'rule', message: 'There is no such city.' }],
    })
    expect(await form.submit(() => Promise.reject(refusal))).toBe(false)
    expect(form.errors.value).toEqual({ 'address.city': 'There is no such city.' })
    form.model.address = { city: 'Portland' }
    expect(form.errors.value).toEqual({})
  })
  it('says the server’s problem at a field in the reader’s language', async () => {
    const spoken = createWords(words, 'en')
    await spoken.speak('es')
    const form = opened({ name: 'Reading', seats: 3 }, vi.fn(), spoken)
    const refusal = new ProblemError('invalid-input', 'No.', {
      fields: [
        { field: 'name', rule: 'unique', message: 'Another offer has this name.' },
        { field: 'email', rule: 'a-rule-without-words', message: 'No mail gets there.' },
      ],
    })
    await form.submit(() => Promise.reject(refusal))
    expect(form.errors.value).toEqual({
      name: 'Otro registro ya tiene esto. Elija otro.',
      email: 'Revise lo que escribió aquí.',
    })
  })
  it('keeps a refusal of the whole on top of the form', async () => {
    const form = opened({ name: 'Reading', seats: 3 })
    await form.submit(() =>
      Promise.reject(new ProblemError('already-exists', 'This offer is already there.')),
    )
    expect(form.problem.value?.message).toBe('This offer is already there.')
  })
  it('does not hide a mistake in the program', async () => {
    const form = opened({ name: 'Reading', seats: 3 })
    await expect(form.submit(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
    expect(form.sending.value).toBe(false)
  })
  it('takes no second press while it is sending', async () => {
    const form = opened({ name: 'Reading', seats: 3 })
    const held = Promise.withResolvers<void>()
    const first = form.submit(() => held.promise)
    expect(await form.submit(vi.fn())).toBe(false)
    held.resolve()
    expect(await first).toBe(true)
  })
})
