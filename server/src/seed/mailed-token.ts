import type { Call } from '@common-table/shared/contract/caller'
import { mailContract } from '@common-table/shared/mail/contract'
import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'

/** The token of the newest link of this purpose in the outbox, as its reader finds it in the mail. */
export const mailedToken = async (call: Call, purpose: LinkPurpose, email: string): Promise<string> => {
  const { items } = await call(mailContract.listMails, { query: { limit: 50 } })
  for (const { id: mailId, toAddress } of items) {
    if (toAddress !== email) continue
    const { body } = await call(mailContract.getMail, { params: { mailId } })
    const token = new RegExp(`/link/${purpose}#(\\S+)`).exec(body)?.[1]
    if (token) return token
  }
  throw new Error(`No link of purpose ${purpose} was mailed to ${email}.`)
}
