import type { calendarFeedsContract } from '@common-table/shared/meetings/feeds-contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { linkHash } from '../http/link-callers.ts'
import type { Handlers } from '../http/mount.ts'
import { randomSecret } from '../people/index.ts'
import { publicAddress } from '../settings.ts'
import { partnershipFacts } from './facts-queries.ts'
import { feedsOf, insertFeed, revokeFeed } from './feed-queries.ts'

const personOf = ({ kind, id }: Actor): string => {
  if (kind !== 'user') throw refusal('feeds-of-people')
  return id
}

export const calendarFeedsHandlers: Handlers<typeof calendarFeedsContract> = {
  listCalendarFeeds: async ({ db, actor }) => json(`{"items":${await feedsOf(db, personOf(actor))}}`),

  makeCalendarFeed: async ({ db, actor, services, body: { partnershipId = null } }) => {
    const userId = personOf(actor)
    if (partnershipId && !(await partnershipFacts(db, actor.schoolIds, partnershipId)))
      notFound('partnership')
    const secret = randomSecret()
    const feed = await insertFeed(db, userId, partnershipId, linkHash(secret))
    const address = `${publicAddress(services.settings)}/calendar/${db.districtId}.${secret}.ics`
    return { ...feed, address }
  },

  revokeCalendarFeed: async ({ db, actor, params }) => {
    if (!(await revokeFeed(db, params.feedId, personOf(actor)))) notFound('calendar')
  },
}
