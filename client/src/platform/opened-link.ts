import type { OpenedLink } from '@common-table/shared/links/schemas'
import { inject, type InjectionKey } from 'vue'

export const openedLinkKey: InjectionKey<OpenedLink> = Symbol('opened link')

/** Whose link a partner page was opened with: name, organisation, district, until when. */
export const useOpenedLink = (): OpenedLink => {
  const opened = inject(openedLinkKey)
  if (!opened) throw new Error('This page stands behind a link: routes of it are made by linkPagesOf.')
  return opened
}
