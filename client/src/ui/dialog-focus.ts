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
