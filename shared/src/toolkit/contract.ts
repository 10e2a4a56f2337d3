import * as Type from 'typebox'
import { Closed, Email, Id } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

const [read, write] = ['organizations:read', 'organizations:write'] as const
const link = { link: 'resource' } as const

/** The library of guides, templates, forms and training (domain B2). */
export const toolkitContract = defineContract({
  listResources: {
    method: 'GET',
    path: '/resources',
    access: read,
    summary:
      'Guides, templates, forms, training, links and files by kind, audience, language, tag and kind of help',
    query: schemas.ResourceQuery,
    response: schemas.Resources,
  },
  resourceFacets: {
    method: 'GET',
    path: '/resources/facets',
    access: read,
    summary: 'What the toolkit can be narrowed by, each with how many resources',
    response: schemas.ResourceFacets,
  },
  addResource: {
    method: 'POST',
    path: '/resources',
    access: write,
    summary: 'Add a resource',
    body: schemas.NewResource,
    response: schemas.Resource,
  },
  getResource: {
    method: 'GET',
    path: '/resources/:resourceId',
    access: read,
    summary: 'One resource',
    response: schemas.Resource,
  },
  changeResource: {
    method: 'PATCH',
    path: '/resources/:resourceId',
    access: write,
    summary: 'Change a resource, or say that it was looked over and still holds',
    body: schemas.ResourceChange,
    response: schemas.Resource,
    ifMatch: true,
  },
  removeResource: {
    method: 'DELETE',
    path: '/resources/:resourceId',
    access: write,
    summary: 'Remove a resource; links to it end',
    ifMatch: true,
  },
  putResourceFile: {
    method: 'POST',
    path: '/resources/:resourceId/file',
    access: write,
    summary: 'Give a resource its file: a PDF, an office document or a picture up to 20 MB',
    response: schemas.Resource,
    upload: { documentMegabytes: 20 },
  },
  getResourceFile: {
    method: 'GET',
    path: '/resources/:resourceId/file',
    access: read,
    summary: 'The file of a resource',
    download: 'application/octet-stream',
  },
  sendResource: {
    method: 'POST',
    path: '/resources/:resourceId/links',
    access: write,
    summary: 'E-mail a partner a link to a resource; it works without an account',
    body: Closed({ organizationId: Id, contactId: Type.Optional(Id) }),
    response: Type.Object({ email: Email }),
  },
  readResourceByLink: {
    method: 'GET',
    path: '/link/resource',
    access: link,
    summary: 'The resource a link was sent for',
    response: schemas.SharedResource,
  },
  getResourceFileByLink: {
    method: 'GET',
    path: '/link/resource/file',
    access: link,
    summary: 'Its file',
    download: 'application/octet-stream',
  },
})
