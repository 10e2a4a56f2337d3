import type { mailContract } from '@common-table/shared/mail/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { mailList, mailOf, queueAgain } from './queries.ts'

export const mailHandlers: Handlers<typeof mailContract> = {
  listMails: async ({ db, query, page }) => {
    const { limit = 50, status } = query
    const list = await mailList(db, {
      filters: { status },
      sort: 'newest',
      descending: true,
      after: page.after,
      limit,
    })
    return listAnswer(list, page)
  },

  getMail: async ({ db, params }) => json((await mailOf(db, params.mailId)) ?? notFound('mail')),

  sendMailAgain: async ({ db, params, services }) => {
    if (!services.settings.smtpUrl) throw refusal('no-mail-server')
    const known = (await mailOf(db, params.mailId)) ?? notFound('mail')
    if (!(await queueAgain(db, params.mailId))) throw refusal('mail-on-its-way')
    await services.jobs.send(db, 'mail', { districtId: db.districtId, mailId: params.mailId })
    return json((await mailOf(db, params.mailId)) ?? known)
  },
}
