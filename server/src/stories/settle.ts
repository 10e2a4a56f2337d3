import { consentHolds, partsToAgree, standingOf } from '@common-table/shared/stories/consent'
import type { Db } from '../db/db.ts'
import { notify } from '../notifications/index.ts'
import { holdStory, type HeldStory } from './queries.ts'
import { setStatus } from './write-queries.ts'

export const holds = (story: HeldStory): boolean => consentHolds(story, story.consents, story.today)

const refused = (story: HeldStory): boolean =>
  partsToAgree(story).some((part) => standingOf(part, story.consents, story.today) === 'refused')

/** Those who may publish know that a story waits for them. */
export const tellReviewers = (db: Db, { id, title }: HeldStory) =>
  notify(db, { roles: ['director', 'admin'] }, 'stories.review', { title }, `/outcomes/stories/${id}`)

/** After somebody answered: the last yes sends the story on to review, and a no takes a published one down. */
export const settleStory = async (db: Db, storyId: string): Promise<void> => {
  const story = (await holdStory(db, null, storyId))! // its consent names it
  if (story.status === 'consent' && holds(story)) {
    await setStatus(db, storyId, 'review')
    await tellReviewers(db, story)
  } else if (story.status === 'published' && refused(story)) {
    await setStatus(db, storyId, 'taken_back', { because: 'consent' })
    await notify(
      db,
      story.authorUserId ? { userIds: [story.authorUserId] } : { roles: ['director'] },
      'stories.withdrawn',
      { title: story.title },
      `/outcomes/stories/${storyId}`,
    )
  } else if (story.status === 'review' && !holds(story)) await setStatus(db, storyId, 'consent')
}
