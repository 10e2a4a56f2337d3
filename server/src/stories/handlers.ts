import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { storiesContract } from '@common-table/shared/stories/contract'
import { lacking, slugOf, unprovenClaims } from '@common-table/shared/stories/ready'
import type { ConsentPart } from '@common-table/shared/stories/vocabulary'
import type { Db } from '../db/db.ts'
import { Download, json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Context, Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink, revokeLinks } from '../links/index.ts'
import { consentOf, dropConsent, insertConsent, keepAnswer, outdateConsents } from './consent-queries.ts'
import { storyLinkHandlers } from './link-handlers.ts'
import { cleanPhoto } from './photo.ts'
import { holdStory, needKnown, photoOf, storyList, storyOf, type HeldStory, type Scope } from './queries.ts'
import { holds, settleStory, tellReviewers } from './settle.ts'
import * as write from './write-queries.ts'

const read = async (db: Db, scope: Scope, id: string) => {
  const { story, version } = (await storyOf(db, scope, id)) ?? notFound('story')
  return json(story, version)
}

const held = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  id: string,
  ifMatch?: number,
): Promise<HeldStory> => {
  const story = (await holdStory(db, actor.schoolIds, id)) ?? notFound('story')
  if (ifMatch !== undefined && story.version !== ifMatch)
    stale((await storyOf(db, actor.schoolIds, id))!.story) // it is held
  return story
}
const draft = async (context: Pick<Context, 'db' | 'actor'>, id: string, ifMatch?: number) => {
  const story = await held(context, id, ifMatch)
  if (story.status !== 'draft') throw refusal('story-not-draft')
  return story
}

/** Those who agreed to other words or another photo are asked again; their links stop working. */
const outdate = async (db: Db, storyId: string, parts: readonly ConsentPart[]) => {
  for (const { id } of parts.length > 0 ? await outdateConsents(db, storyId, parts) : [])
    await revokeLinks(db, id, 'story-consent')
}

/** A principal writes about the own schools. */
const ownSchool = (scope: Scope, schoolId: string | null | undefined) => {
  if (scope !== null && schoolId !== undefined && (schoolId === null || !scope.includes(schoolId)))
    throw fieldProblem('schoolId', 'Choose one of your schools.', 'reference')
}

const knownNeed = async (db: Db, scope: Scope, needId: string | null | undefined) => {
  if (needId && !(await needKnown(db, scope, needId)))
    throw fieldProblem('needId', 'There is no such need, or you may not see it.', 'reference')
}

const theConsent = async (context: Pick<Context, 'db' | 'actor'>, consentId: string) => {
  const consent = (await consentOf(context.db, consentId)) ?? notFound('consent')
  return { consent, story: await held(context, consent.storyId) }
}

export const storiesHandlers: Handlers<typeof storiesContract> = {
  listStories: async ({ db, actor, query, page }) =>
    listAnswer(await storyList(db, actor.schoolIds, query, page.after), page),

  writeStory: async ({ db, actor, author, body }) => {
    ownSchool(actor.schoolIds, body.schoolId ?? null)
    await knownNeed(db, actor.schoolIds, body.needId)
    const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
    return read(db, actor.schoolIds, await write.insertStory(db, body, by))
  },

  getStory: ({ db, actor, params }) => read(db, actor.schoolIds, params.storyId),

  changeStory: async (context) => {
    const { db, actor, params, body, ifMatch } = context
    const story = await draft(context, params.storyId, ifMatch)
    ownSchool(actor.schoolIds, body.schoolId)
    await knownNeed(db, actor.schoolIds, body.needId)
    const said = (['quote', 'quoteEs', 'quoteBy'] as const).some(
      (name) => body[name] !== undefined && body[name] !== story[name],
    )
    await write.updateStory(db, story.id, body)
    await outdate(db, story.id, said ? ['quote'] : [])
    return read(db, actor.schoolIds, story.id)
  },

  removeStory: async (context) => {
    const story = await held(context, context.params.storyId, context.ifMatch)
    if (story.status === 'published') throw refusal('story-published')
    await write.removeOne(context.db, story.id)
  },

  putPhoto: async (context) => {
    const { db, actor, services, author, params, query, file } = context
    const story = await draft(context, params.storyId)
    const { picture, sha256 } = await cleanPhoto(services, file)
    const by = author.kind === 'user' ? author.id : null
    const said = { name: file.name, sha256, alt: query.alt.trim(), altEs: query.altEs ?? '', by }
    await write.placePhoto(db, story.id, picture, said)
    await outdate(db, story.id, ['photo'])
    return read(db, actor.schoolIds, story.id)
  },

  removePhoto: async (context) => {
    const story = await draft(context, context.params.storyId)
    await write.clearPhoto(context.db, story.id)
    await outdate(context.db, story.id, ['photo'])
    return read(context.db, context.actor.schoolIds, story.id)
  },

  getPhoto: async ({ db, actor, services, params }) => {
    const { mediaType, sha256 } = (await photoOf(db, actor.schoolIds, params.storyId)) ?? notFound('photo')
    return new Download('photo', mediaType, services.files.open(sha256))
  },

  askConsent: async (context) => {
    const { db, actor, services, author, params, body } = context
    const story = await held(context, params.storyId)
    if (story.status !== 'draft' && story.status !== 'consent') throw refusal('story-step')
    if (body.how === 'link' && !body.email) throw refusal('consent-needs-address')
    const id = await insertConsent(db, story.id, body)
    if (body.how === 'link')
      await mailLink(db, services, {
        purpose: 'story-consent',
        subject: { table: 'story_consents', id },
        organizationId: story.organizationId,
        to: { name: body.name, email: body.email!, locale: body.locale ?? 'en' }, // checked above
        author,
      })
    await settleStory(db, story.id)
    return read(db, actor.schoolIds, story.id)
  },

  answerConsent: async (context) => {
    const { db, actor, author, params, body } = context
    const { consent, story } = await theConsent(context, params.consentId)
    if (consent.status === 'outdated') throw refusal('consent-outdated')
    await keepAnswer(db, consent.id, { ...body, by: `${consent.name} (${author.name})` })
    await settleStory(db, story.id)
    return read(db, actor.schoolIds, story.id)
  },

  removeConsent: async (context) => {
    const { consent, story } = await theConsent(context, context.params.consentId)
    if (!(await dropConsent(context.db, consent.id))) throw refusal('consent-answered')
    await revokeLinks(context.db, consent.id, 'story-consent')
    await settleStory(context.db, story.id)
    return read(context.db, context.actor.schoolIds, story.id)
  },

  moveStory: async (context) => {
    const { db, actor, params, body, ifMatch } = context
    const story = await held(context, params.storyId, ifMatch)
    if (body.to === 'draft') {
      if (story.status === 'draft' || story.status === 'published') throw refusal('story-step')
      await write.setStatus(db, story.id, 'draft', { note: body.note ?? '' })
    } else {
      if (story.status !== 'draft') throw refusal('story-step')
      const missing = lacking(story)
      if (missing.length > 0)
        throw refusal('story-lacks', {
          fields: missing.map((field) => ({ field, rule: 'required', message: 'Fill this in.' })),
        })
      await write.setStatus(db, story.id, holds(story) ? 'review' : 'consent', { note: body.note ?? '' })
      if (holds(story)) await tellReviewers(db, story)
    }
    return read(db, actor.schoolIds, story.id)
  },

  publishStory: async (context) => {
    const { db, actor, author, params, ifMatch } = context
    const story = await held(context, params.storyId, ifMatch)
    if (story.status !== 'review')
      throw refusal(story.status === 'consent' ? 'story-consent-missing' : 'story-step')
    if (!holds(story)) throw refusal('story-consent-missing')
    if (unprovenClaims(story).length > 0) throw refusal('story-claims')
    await write.publishAs(db, story.id, slugOf(story.title, story.id), author.name)
    return read(db, actor.schoolIds, story.id)
  },

  takeStoryBack: async (context) => {
    const { db, actor, params, body, ifMatch } = context
    const story = await held(context, params.storyId, ifMatch)
    if (story.status !== 'published') throw refusal('story-step')
    await write.setStatus(db, story.id, 'taken_back', body)
    return read(db, actor.schoolIds, story.id)
  },

  ...storyLinkHandlers,
}
