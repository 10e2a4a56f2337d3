import { watch, type Ref } from 'vue'

/**
 * Where the focus goes when a dialog opens: to the first field of its body, else to the dialog itself, never to the
 * close button, which says nothing about why one is here.
 */
export const focusBody = (event: Event): void => {
  const dialog = event.target
  if (!(dialog instanceof HTMLElement)) return
  event.preventDefault()
  const fields = 'input:not([type=hidden]), select, textarea, [role=spinbutton], [role=combobox]'
  const field = dialog.querySelector<HTMLElement>(`[data-body] :is(${fields})`)
  ;(field ?? dialog).focus({ preventScroll: true })
}

/** Reka's menus carry the id of their button: an item that opened a dialog is gone when the dialog closes. */
const lasting = (element: Element | null): HTMLElement | null => {
  const button = element?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const home = button ? document.getElementById(button) : element
  return home instanceof HTMLElement ? home : null
}

/** Brings the focus back to where the dialog was opened from, also when that was an item of a menu. */
export const useOpener = (open: Readonly<Ref<boolean>>) => {
  let opener: HTMLElement | null = null
  watch(open, (now) => now && (opener = lasting(document.activeElement)), { flush: 'sync', immediate: true })
  return (event: Event): void => {
    if (!opener?.isConnected || opener === document.body) return
    event.preventDefault()
    opener.focus()
  }
}
