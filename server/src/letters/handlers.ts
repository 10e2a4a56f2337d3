import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { lettersContract } from '@common-table/shared/letters/contract'
import { mergeFields } from '@common-table/shared/letters/fields'
import { merge } from '@common-table/shared/letters/merge'
import type { Letter } from '@common-table/shared/letters/schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { Download } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { queueMail } from '../mail/index.ts'
import { composeLetter } from './compose.ts'
import { letterPdf } from './letter-pdf.ts'
import {
  deleteLetter,
  districtName,
  holdLetter,
  letterList,
  letterOf,
  markSent,
  updateLetter,
  type Scope,
} from './queries.ts'

const theLetter = async (db: Db, scope: Scope, letterId: string): Promise<Letter> =>
  (await letterOf(db, scope, letterId)) ?? notFound('letter')

/** A letter that can still change, as the writer saw it. */
const theDraft = async (db: Db, scope: Scope, letterId: string, version: number): Promise<Letter> => {
  const letter = (await holdLetter(db, scope, letterId)) ?? notFound('letter')
  if (letter.sentAt) throw refusal('letter-sent', { current: letter })
  return letter.version === version ? letter : stale(JSON.stringify(letter))
}

/** A blank never goes out. */
const checkComplete = (letter: Letter): void => {
  if (letter.missing.length > 0)
    throw refusal('letter-incomplete', {
      detail: `The letter still waits for: ${letter.missing.map((code) => nameOf(mergeFields, code, 'en')).join(', ')}.`,
      fields: letter.missing.map((field) => ({
        field: `fill.${field}`,
        rule: 'required' as const,
        message: 'Say what stands here.',
      })),
      current: letter,
    })
}

export const lettersHandlers: Handlers<typeof lettersContract> = {
  getLetter: ({ db, actor, params }) => theLetter(db, actor.schoolIds, params.letterId),

  changeLetter: async ({ db, actor, params: { letterId }, body: { fill = {}, ...change }, ifMatch }) => {
    const before = await theDraft(db, actor.schoolIds, letterId, ifMatch)
    const next = { ...before, ...change }
    const facts = { contact_name: next.toName, ...fill }
    const changed = { ...next, subject: merge(next.subject, facts), body: merge(next.body, facts) }
    await updateLetter(db, changed)
    return theLetter(db, null, letterId)
  },

  listLetters: async ({ db, actor, query, page }) => {
    const { limit = 50, standing, organizationId, partnershipId, kind } = query
    const sent = standing === undefined ? undefined : standing === 'sent'
    const filters = { scope: actor.schoolIds ?? undefined, organizationId, partnershipId, kind, sent }
    return listAnswer(
      await letterList(db, { filters, sort: 'newest', descending: true, after: page.after, limit }),
      page,
    )
  },

  composeLetter: async ({ db, actor, body, author }) =>
    theLetter(db, null, await composeLetter(db, actor.schoolIds, body, author)),

  removeLetter: async ({ db, actor, params: { letterId }, ifMatch }) => {
    await theDraft(db, actor.schoolIds, letterId, ifMatch)
    await deleteLetter(db, letterId)
  },

  downloadLetter: async ({ db, actor, params }) => {
    const letter = await theLetter(db, actor.schoolIds, params.letterId)
    checkComplete(letter)
    return new Download(
      `${letter.subject}.pdf`,
      'application/pdf',
      await letterPdf(letter, await districtName(db)),
    )
  },

  sendLetter: async ({ db, services, actor, params: { letterId }, body: { how }, ifMatch, author }) => {
    const letter = await theDraft(db, actor.schoolIds, letterId, ifMatch)
    checkComplete(letter)
    if (how === 'email' && !letter.toAddress)
      throw fieldProblem('toAddress', 'Write the e-mail address of the reader first.', 'required')
    await markSent(db, letterId, how, author)
    if (how === 'email')
      await queueMail(db, services, {
        to: { address: letter.toAddress, name: letter.toName },
        kind: 'letter',
        locale: letter.locale,
        facts: { subject: letter.subject, body: letter.body },
      })
    return theLetter(db, null, letterId)
  },
}
