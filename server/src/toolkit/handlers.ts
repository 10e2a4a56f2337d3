import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { toolkitContract } from '@common-table/shared/toolkit/contract'
import type { NewResource, Resource, ResourceChange } from '@common-table/shared/toolkit/schemas'
import type { Db } from '../db/db.ts'
import { Download, json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf, revokeLinks } from '../links/index.ts'
import * as queries from './queries.ts'

const blank = {
  summary: '',
  body: '',
  link: '',
  tags: [],
  categoryIds: [],
  audiences: ['staff' as const],
  language: 'en',
  source: '',
  reviewOn: null,
  isPublic: false,
}

const theResource = async (db: Db, id: string) => (await queries.resourceOf(db, id)) ?? notFound('resource')
const answerOf = async (db: Db, id: string) => {
  const { resource, version } = await theResource(db, id)
  return json(resource, version)
}
const read = (text: string): Resource => JSON.parse(text) as Resource // the shape is the statement's

/** Tags as people read them: one spelling each. */
const rowOf = (said: NewResource): queries.ResourceRow => {
  const row = { ...blank, ...said }
  return { ...row, tags: [...new Set(row.tags.map((tag) => tag.trim().toLowerCase()))].filter(Boolean) }
}
const check = async (db: Db, { kind, link, categoryIds }: queries.ResourceRow): Promise<void> => {
  if (kind === 'link' && link === '') throw fieldProblem('link', 'Say where the link leads.', 'required')
  if (!(await queries.categoriesKnown(db, categoryIds)))
    throw fieldProblem('categoryIds', 'There is no such kind of help. Choose another.', 'reference')
}
const asWritten = ({
  kind,
  title,
  summary,
  body,
  link,
  tags,
  categories,
  ...rest
}: Resource): NewResource => ({
  kind,
  title,
  summary,
  body,
  link,
  tags,
  categoryIds: categories.map(({ id }) => id),
  audiences: rest.audiences,
  language: rest.language,
  source: rest.source,
  reviewOn: rest.reviewOn,
  isPublic: rest.isPublic,
})
const downloadOf = async ({ files }: Services, db: Db, id: string): Promise<Download> => {
  const { name, mediaType, sha256 } = (await queries.fileOf(db, id)) ?? notFound('file')
  return new Download(name, mediaType, files.open(sha256))
}

export const toolkitHandlers: Handlers<typeof toolkitContract> = {
  listResources: async ({ db, query, page }) =>
    listAnswer(await queries.resourceList(db, query, page.after), page),

  resourceFacets: async ({ db }) => json(await queries.resourceFacets(db)),

  addResource: async ({ db, body, author }) => {
    const row = rowOf(body)
    await check(db, row)
    return answerOf(db, await queries.insertResource(db, row, author.name))
  },

  getResource: ({ db, params }) => answerOf(db, params.resourceId),

  changeResource: async ({ db, params: { resourceId }, body, ifMatch }) => {
    const before = await theResource(db, resourceId)
    const change: ResourceChange = body
    const row = rowOf({ ...asWritten(read(before.resource)), ...change })
    await check(db, row)
    if (!(await queries.updateResource(db, resourceId, ifMatch, row))) stale(before.resource)
    return answerOf(db, resourceId)
  },

  removeResource: async ({ db, params: { resourceId }, ifMatch }) => {
    const { resource } = await theResource(db, resourceId)
    if (!(await queries.removeResource(db, resourceId, ifMatch))) stale(resource)
    await revokeLinks(db, resourceId, 'resource')
  },

  putResourceFile: async ({ db, params: { resourceId }, file, author }) => {
    const by = author.kind === 'user' ? author.id : null
    if (!(await queries.placeFile(db, resourceId, file, by))) notFound('resource')
    return answerOf(db, resourceId)
  },

  getResourceFile: ({ db, services, params }) => downloadOf(services, db, params.resourceId),

  sendResource: async ({
    db,
    services,
    params: { resourceId },
    body: { organizationId, contactId },
    author,
  }) => {
    await theResource(db, resourceId)
    const to = await recipientOf(db, organizationId, contactId)
    if (!to) throw refusal('no-contact-address')
    const subject = { table: 'resources', id: resourceId }
    await mailLink(db, services, { purpose: 'resource', subject, organizationId, to, author })
    return { email: to.email }
  },

  readResourceByLink: async ({ db, actor }) =>
    json(((await queries.sharedResource(db, actor.link.subjectId)) ?? notFound('resource')).resource),

  getResourceFileByLink: ({ db, services, actor }) => downloadOf(services, db, actor.link.subjectId),
}
