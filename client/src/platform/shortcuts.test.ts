import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shortcutsOnOffer, useShortcuts, useSingleKeys } from './shortcuts.ts'

const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
const offering = (...keys: string[]) => {
  const run = vi.fn()
  const shortcuts = keys.map((key) => ({ keys: key, label: () => key, run: () => run(key) }))
  const page = mount({ setup: () => (useShortcuts(shortcuts), () => null) })
  return { run, page }
}
afterEach(() => {
  useSingleKeys().value = true
  document.body.innerHTML = ''
})

describe('keyboard shortcuts', () => {
  it('follows a sequence', () => {
    const { run, page } = offering('g h', 'c')
    press('g')
    press('h')
    expect(run.mock.calls).toEqual([['g h']])
    page.unmount()
  })
  it('stays out of fields, but takes Ctrl with K anywhere', () => {
    const { run, page } = offering('c', 'mod+k')
    const input = document.body.appendChild(document.createElement('input'))
    press('c', {}, input)
    press('k', { ctrlKey: true }, input)
    expect(run.mock.calls).toEqual([['mod+k']])
    page.unmount()
  })
  it('can be switched off', () => {
    const { run, page } = offering('c', 'mod+k')
    useSingleKeys().value = false
    press('c')
    press('k', { metaKey: true })
    expect(run.mock.calls).toEqual([['mod+k']])
    page.unmount()
  })
  it('ends with the page that offered it', () => {
    const { run, page } = offering('c')
    page.unmount()
    press('c')
    expect(run).not.toHaveBeenCalled()
    expect(shortcutsOnOffer()).toEqual([])
  })
})
