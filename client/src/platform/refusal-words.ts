import { refusals, type RefusalReason } from '@common-table/shared/contract/refusals'

/** What the server may refuse for a reason of its own, in one language: the same sentences the server answers with. */
export const inLanguage = (language: 'en' | 'es'): Record<RefusalReason, string> =>
  Object.fromEntries(Object.entries(refusals).map(([reason, said]) => [reason, said[language]])) as Record<
    RefusalReason,
    string
  > // the entries of the list, each once
