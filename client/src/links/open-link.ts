import { ProblemError } from '@common-table/shared/contract/problem'
import { partnerLinksContract } from '@common-table/shared/links/contract'
import type { ClosedLink, OpenedLink } from '@common-table/shared/links/schemas'
import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'
import { provide, ref, shallowRef } from 'vue'
import { apiKey, createApi, useApi, type Api } from '../platform/api.ts'
import { useProblemWords } from '../platform/problem-words.ts'

const closing = [
  'link-needed',
  'link-for-something-else',
  'link-expired',
  'link-used',
  'link-revoked',
] as const
export type Closing = (typeof closing)[number]
const isClosing = (code: string): code is Closing => closing.includes(code as Closing)

/**
 * Opens the link whose token stands after the `#`, which no server sees, and lets everything below this component call
 * as its holder. A refusal of any later call closes the page as well.
 */
export const useLinkOpening = (purpose: LinkPurpose, token: string, connect = createApi) => {
  const outer = useApi()
  const { say } = useProblemWords()
  const opened = shallowRef<OpenedLink>()
  const closed = shallowRef<{ code: Closing; link: ClosedLink | undefined }>()
  const trouble = ref('')

  const own = connect(undefined, undefined, token)
  const heed = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      if (error instanceof ProblemError && isClosing(error.code))
        closed.value = { code: error.code, link: error.current as ClosedLink | undefined } // the server sends no other shape with these codes
      throw error
    })
  const api: Api = {
    ...own,
    call: (route, ...rest) => heed(own.call(route, ...rest)),
    upload: (route, file, input) => heed(own.upload(route, file, input)),
    download: (route, input) => heed(own.download(route, input)),
  }
  provide(apiKey, api)

  const open = async (): Promise<void> => {
    trouble.value = ''
    try {
      const found = await api.call(partnerLinksContract.openLink)
      if (found.purpose === purpose) opened.value = found
      else closed.value = { code: 'link-for-something-else', link: undefined }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (!closed.value) trouble.value = say(error)
    }
  }
  const askForNew = () => outer.call(partnerLinksContract.askForNewLink, { body: { token } })
  return { api, opened, closed, trouble, open, askForNew }
}
