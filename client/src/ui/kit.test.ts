import { ProblemError } from '@common-table/shared/contract/problem'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { h, ref } from 'vue'
import { render } from '../platform/testing.ts'
import AppButton from './AppButton.vue'
import FormField from './FormField.vue'
import MatrixGrid from './MatrixGrid.vue'
import QrCode from './QrCode.vue'
import NumberInput from './NumberInput.vue'
import RemoteView from './RemoteView.vue'
import StatTile from './StatTile.vue'
import TextInput from './TextInput.vue'

describe('AppButton', () => {
  it('refuses with its reason and stays focusable', async () => {
    const click = vi.fn()
    const page = await render(AppButton, {
      props: { disabledReason: 'Only a director can approve.', onClick: click },
      slots: { default: 'Approve' },
    })
    const button = page.get('button')
    await button.trigger('click')
    expect(click).not.toHaveBeenCalled()
    expect(button.attributes('disabled')).toBeUndefined()
    expect(document.getElementById(button.attributes('aria-describedby') ?? '')?.textContent).toBe(
      'Only a director can approve.',
    )
  })
  it('is a plain link when it leads out of the app', async () => {
    const page = await render(AppButton, {
      props: { href: '/oauth/sign-in' },
      slots: { default: 'Directory' },
    })
    expect(page.get('a').attributes('href')).toBe('/oauth/sign-in')
  })
  it('is a link when it leads somewhere', async () => {
    const page = await render(AppButton, { props: { to: '/needs' }, slots: { default: 'Needs' } })
    expect(page.get('a').attributes('href')).toBe('/needs')
  })
})

describe('FormField', () => {
  it('names its control and ties hint and error to it', async () => {
    const page = await render(FormField, {
      props: { label: 'Name', hint: 'As the partner writes it.', error: 'Enter a name.' },
      slots: { default: () => h(TextInput, { modelValue: '' }) },
    })
    const input = page.get('input')
    expect(page.get('label').attributes('for')).toBe(input.attributes('id'))
    const described = (input.attributes('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent?.trim())
    expect(described).toEqual(['As the partner writes it.', 'Enter a name.'])
    expect(input.attributes('aria-invalid')).toBe('true')
  })
})

describe('NumberInput', () => {
  it.each([
    ['1,200', 1200],
    ['', undefined],
    [' 7 ', 7],
    ['many', Number.NaN],
  ])('reads %j as %j', async (typed, read) => {
    const page = await render(NumberInput, { props: { modelValue: 5 } })
    await page.get('input').setValue(typed)
    await page.get('input').trigger('change')
    expect(page.emitted('update:modelValue')?.at(-1)).toEqual([read])
  })
})

describe('QrCode', () => {
  const drawn = async (text: string) => {
    const page = await render(QrCode, { props: { text, label: 'A code' } })
    return { page, path: page.get('path').attributes('d') ?? '' }
  }
  it('draws the three corners a camera looks for, inside a quiet zone of four', async () => {
    const { page, path } = await drawn('otpauth://totp/x?secret=ABCDEFGH')
    const size = Number(page.get('svg').attributes('viewBox')!.split(' ')[2])
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const)
      for (let n = 0; n < 7; n++) expect(path).toContain(`M${x + n} ${y}h1v1h-1z`)
    expect(path).not.toMatch(/M[0-3] /)
    expect(page.get('[role=img]').attributes('aria-label')).toBe('A code')
  })
  it('says another text by another picture', async () => {
    expect((await drawn('one')).path).not.toBe((await drawn('two')).path)
  })
})

describe('StatTile', () => {
  it('judges a direction only when it is told to', async () => {
    const page = await render(StatTile, {
      props: {
        figure: 'investment.hours',
        label: 'Hours',
        value: '9',
        comparison: 'as last year',
        direction: 'level',
      },
    })
    expect(page.html()).not.toContain('text-danger')
  })
})

describe('RemoteView', () => {
  const asking = (value: unknown, error: Error | null = null) => ({
    data: ref(value),
    error: ref(error),
    refetch: vi.fn(async () => undefined),
  })
  const show = (query: object) =>
    render(RemoteView, { props: { query }, slots: { default: ({ value }: { value: string }) => value } })

  it('shows that something is coming', async () => {
    expect((await show(asking(undefined))).get('[role=status]').text()).toBe('Loading')
  })
  it('keeps showing what is there when asking again fails', async () => {
    expect((await show(asking('Here', new Error('x')))).text()).toBe('Here')
  })
  it('says what failed and asks again', async () => {
    const query = asking(undefined, new ProblemError('unreachable', 'The server could not be reached'))
    const page = await show(query)
    expect(page.get('[role=alert]').text()).toContain('The server could not be reached')
    await page.get('button').trigger('click')
    expect(query.refetch).toHaveBeenCalledOnce()
  })
  it('tells a refusal from a failure', async () => {
    const page = await show(
      asking(undefined, new ProblemError('not-permitted', 'Your role does not allow this.')),
    )
    expect(page.find('[role=alert]').exists()).toBe(false)
    expect(page.text()).toContain('You cannot see this')
  })
})

describe('MatrixGrid', () => {
  const grid = (count: number, pick = vi.fn()) =>
    render(MatrixGrid, {
      props: {
        rows: Array.from({ length: count }, (_, at) => ({ id: `r${at}`, label: `School ${at}` })),
        columns: [
          { id: 'a', label: 'Tutoring' },
          { id: 'b', label: 'Health' },
        ],
        cell: () => ({ text: '3', step: 3, spoken: 'gap 3 of 4' }),
        caption: 'Gaps',
        corner: 'School',
        onPick: pick,
      },
    })
  it('is walked with arrow keys and picked with Enter', async () => {
    const pick = vi.fn()
    const page = await grid(3, pick)
    await page.get('table').trigger('keydown', { key: 'ArrowDown' })
    await page.get('table').trigger('keydown', { key: 'ArrowRight' })
    await flushPromises()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('School 1, Health: gap 3 of 4')
    await page.get('table').trigger('keydown', { key: 'Enter' })
    expect(pick.mock.calls[0]?.map(({ id }: { id: string }) => id)).toEqual(['r1', 'b'])
  })
  it('draws a window of many rows and still counts them all', async () => {
    const page = await grid(1000)
    expect(page.findAll('[role=rowheader]').length).toBeLessThan(60)
    expect(page.get('table').attributes('aria-rowcount')).toBe('1001')
  })
})
