import { helpClosings, type HelpClosing } from '@common-table/shared/requests/vocabulary'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { createLink } from '../links/index.ts'
import { queueMail } from '../mail/index.ts'
import { notify } from '../notifications/index.ts'
import type { Line } from './partner-queries.ts'
import type { HeldRequest } from './request-queries.ts'

/** A partner answers for weeks and tells what was delivered months later: its link lasts. */
const linkDays = 180

export const dayIn = (day: string, locale: 'en' | 'es'): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

type Kind = 'helpAsked' | 'helpReminder' | 'helpAccepted' | 'helpOutcome'

const by = { en: ', by {day}', es: ', hasta el {day}' }

/** Writes to a partner with a fresh link to its own line; an older link stops working. */
export const writePartner = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  line: Line,
  kind: Kind,
  author: Author,
  outcome = '',
): Promise<void> => {
  const { locale, toName: name, toEmail: email, contactId, organizationId } = line
  const { path } = await createLink(db, services, {
    purpose: 'help-request',
    subject: { table: 'help_request_partners', id: line.id },
    organizationId,
    to: { name, email, contactId, locale },
    days: linkDays,
    author,
  })
  await queueMail(db, services, {
    to: { address: email, name },
    kind,
    locale,
    link: path,
    about: { organizationId },
    facts: {
      name,
      organization: line.organizationName,
      school: request.schoolName,
      title: request.title,
      details: request.details,
      category: locale === 'es' ? request.categoryNameEs : request.categoryName,
      students: line.students ?? request.students,
      wanted: request.wantedBy ? by[locale].replace('{day}', dayIn(request.wantedBy, locale)) : '',
      due: dayIn(line.dueOn, locale),
      asker: request.askedByName,
      district: request.district,
      outcome,
    },
  })
}

export const outcomeIn = (reason: HelpClosing, note: string, locale: 'en' | 'es'): string =>
  [helpClosings.find(({ code }) => code === reason)![locale], note].filter(Boolean).join('. ') // of the list

const news = {
  answered_yes: { en: 'can help', es: 'puede ayudar' },
  answered_partly: { en: 'can help in part', es: 'puede ayudar en parte' },
  answered_no: { en: 'cannot help', es: 'no puede ayudar' },
  scheduled: { en: 'has named a first day', es: 'fijó un primer día' },
  started: { en: 'has begun', es: 'empezó' },
  delivered: { en: 'says it is done; please confirm', es: 'dice que está hecho; confírmelo, por favor' },
  backed_out: { en: 'cannot come after all', es: 'al final no puede' },
  late: { en: 'has not answered in time', es: 'no respondió a tiempo' },
  expired: { en: 'never answered; the day is over', es: 'nunca respondió; la fecha ya pasó' },
} as const
export type News = keyof typeof news

/** Tells whoever asked what a partner said or did, on the page and by e-mail; the office where that person has left. */
export const tellAsker = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  line: Pick<Line, 'organizationName' | 'organizationId'>,
  word: News,
  note = '',
): Promise<void> => {
  const link = `/placing/requests/${request.id}` as const
  await notify(
    db,
    request.askedBy && request.askerEmail
      ? { userIds: [request.askedBy] }
      : { roles: ['coordinator', 'director'] },
    `requests.${word}`,
    { organization: line.organizationName, title: request.title },
    link,
  )
  if (!request.askerEmail) return
  await queueMail(db, services, {
    to: { address: request.askerEmail, name: request.askedByName },
    kind: 'helpNews',
    locale: request.askerLocale,
    link,
    facts: {
      name: request.askedByName,
      organization: line.organizationName,
      school: request.schoolName,
      title: request.title,
      news: news[word][request.askerLocale],
      note,
      district: request.district,
    },
  })
}
