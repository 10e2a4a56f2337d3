import { onScopeDispose, shallowReactive } from 'vue'
import { usePreference } from './preferences.ts'

export interface Shortcut {
  /** `g h` is g then h, `mod+k` is Ctrl or ⌘ with k, `?` is itself. */
  keys: string
  label: () => string
  run: () => void
}

const active = shallowReactive(new Set<Shortcut>())
const typing =
  'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable], [role=spinbutton]'
const patience = 1200
let pressed: { keys: string; at: number } | undefined

/** Single letters can be switched off (WCAG 2.1.4); combinations with Ctrl or ⌘ always work. */
export const useSingleKeys = () => usePreference('single-keys', true)

const nameOf = (event: KeyboardEvent): string =>
  (event.ctrlKey || event.metaKey ? 'mod+' : '') +
  (event.key.length === 1 ? event.key.toLowerCase() : event.key)

const press = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const name = nameOf(event)
  const combined = name.startsWith('mod+')
  const target = event.target instanceof Element ? event.target : null
  if (!combined && (!useSingleKeys().value || target?.closest(`${typing}, [role=dialog], [role=menu]`)))
    return
  if (combined && name !== 'mod+k' && target?.closest(typing)) return
  const sequence = pressed && event.timeStamp - pressed.at < patience ? `${pressed.keys} ${name}` : name
  const found =
    [...active].findLast(({ keys }) => keys === sequence) ?? [...active].findLast(({ keys }) => keys === name)
  const begun = [...active].some(({ keys }) => keys.startsWith(`${sequence} `))
  pressed = begun && !found ? { keys: sequence, at: event.timeStamp } : undefined
  if (!found) return
  event.preventDefault()
  found.run()
}

/** Offers shortcuts as long as the calling component lives; the newest one wins. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  if (active.size === 0) document.addEventListener('keydown', press)
  for (const shortcut of shortcuts) active.add(shortcut)
  onScopeDispose(() => {
    for (const shortcut of shortcuts) active.delete(shortcut)
    if (active.size === 0) document.removeEventListener('keydown', press)
  })
}

/** What can be pressed now, for the sheet behind `?`. */
export const shortcutsOnOffer = (): Shortcut[] => [...active]
