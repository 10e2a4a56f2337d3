import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { storiesContract } from '@common-table/shared/stories/contract'
import { Download, json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { askedStory, consentOf, keepAnswer } from './consent-queries.ts'
import { holdStory, photoOf } from './queries.ts'
import { settleStory } from './settle.ts'

/** What somebody does who was asked whether a story may show their words or picture. */
export const storyLinkHandlers: Pick<
  Handlers<typeof storiesContract>,
  'readStoryByLink' | 'getStoryPhotoByLink' | 'answerStoryByLink'
> = {
  readStoryByLink: async ({ db, actor }) =>
    json((await askedStory(db, actor.link.subjectId)) ?? notFound('story')),

  getStoryPhotoByLink: async ({ db, services, actor }) => {
    const consent = (await consentOf(db, actor.link.subjectId)) ?? notFound('story')
    const { mediaType, sha256 } = (await photoOf(db, null, consent.storyId)) ?? notFound('photo')
    return new Download('photo', mediaType, services.files.open(sha256))
  },

  answerStoryByLink: async ({ db, actor, body: { name, agrees, validUntil } }) => {
    const { storyId } = (await consentOf(db, actor.link.subjectId)) ?? notFound('story')
    await holdStory(db, null, storyId)
    const consent = (await consentOf(db, actor.link.subjectId)) ?? notFound('story')
    if (consent.status === 'outdated') throw refusal('consent-outdated')
    const status = agrees
      ? 'given'
      : consent.status === 'given' || consent.status === 'withdrawn'
        ? 'withdrawn'
        : 'declined'
    await keepAnswer(db, consent.id, {
      status,
      by: name.trim(),
      validUntil: agrees ? (validUntil ?? null) : undefined,
    })
    await settleStory(db, storyId)
    return json((await askedStory(db, consent.id))!) // it was there a moment ago
  },
}
