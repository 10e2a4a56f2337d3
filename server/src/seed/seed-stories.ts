import { catalogContract } from '@common-table/shared/catalog/contract'
import type { Call } from '@common-table/shared/contract/caller'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { storiesContract as api } from '@common-table/shared/stories/contract'
import type { Story } from '@common-table/shared/stories/schemas'
import { demoPicture } from './demo-picture.ts'
import { demoStories } from './demo-stories.ts'
import { mailedToken } from './mailed-token.ts'
import type { Seed } from './seeds.ts'

const addPhoto = (call: Call, storyId: string, query: { alt: string; altEs: string }): Promise<Story> => {
  const body = new FormData()
  body.append('file', demoPicture())
  // A file part has no schema in the contract.
  return call(api.putPhoto, { params: { storyId }, query, body } as never)
}

/** Bright spots in every stage: the quote of one waits for a parent, one of them still claims too much. */
export const seedStories: Seed = async ({ call, holding }) => {
  const { items: there } = await call(api.listStories, { query: { limit: 1 } })
  if (there.length > 0) return
  const { items: categories } = await call(catalogContract.listCategories)
  const { items: all } = await call(organizationsContract.listOrganizations, { query: { limit: 50 } })
  for (const [at, { title, category, stage, words, consent, photo }] of demoStories.entries()) {
    const categoryId = categories.find(({ code }) => code === category)?.id
    const { items: offering } = categoryId
      ? await call(organizationsContract.listOrganizations, { query: { categoryId: [categoryId], limit: 1 } })
      : { items: [] }
    const organizationId = (offering[0] ?? all[at % Math.max(1, all.length)])?.id
    if (!organizationId) return
    let story = await call(api.writeStory, {
      body: { title, organizationId, ...(categoryId && { categoryId }), ...words },
    })
    const params = { storyId: story.id }
    if (photo) story = await addPhoto(call, story.id, photo)
    if (stage === 'draft') continue
    if (consent) story = await call(api.askConsent, { params, body: consent })
    story = await call(api.moveStory, { params, ifMatch: story.version, body: { to: 'review' } })
    if (consent?.email && stage === 'published') {
      const person = holding(await mailedToken(call, 'story-consent', consent.email))
      await person(api.answerStoryByLink, { body: { name: consent.name, agrees: true } })
      story = await call(api.getStory, { params })
    }
    if (stage === 'published') await call(api.publishStory, { params, ifMatch: story.version })
  }
}
