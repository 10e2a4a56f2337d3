import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from './toasts.ts'

beforeEach(() => setActivePinia(createPinia()))

describe('toasts', () => {
  it('takes the newest change back first', async () => {
    const toasts = useToasts()
    const [first, second] = [vi.fn(), vi.fn()]
    toasts.show('One', { undo: first })
    toasts.show('Two', { undo: second })
    expect(await toasts.undo()).toBe(true)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
    expect(toasts.toasts.map(({ text }) => text)).toEqual(['One'])
  })
  it('takes a change back once only', async () => {
    const toasts = useToasts()
    toasts.show('One', { undo: vi.fn() })
    await toasts.undo()
    expect(await toasts.undo()).toBe(false)
  })
  it('remembers twenty changes and shows three', () => {
    const toasts = useToasts()
    const undone: number[] = []
    for (let n = 0; n < 25; n += 1) toasts.show(`${n}`, { undo: () => undone.push(n) })
    expect(toasts.toasts).toHaveLength(3)
    while (undone.length < 20) void toasts.undo()
    expect(undone.at(-1)).toBe(5)
  })
})
