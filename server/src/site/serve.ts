import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { publicResources } from '../toolkit/index.ts'
import { publicAddress } from '../settings.ts'
import { sendPicture, sendText } from './answer.ts'
import { homePage } from './home-page.ts'
import { html } from './html.ts'
import { hrefOf, wholePage, type Site, type SitePage } from './layout.ts'
import { offerPage, receiveOffer } from './offer-page.ts'
import { directoryPage, partnerPage } from './partner-pages.ts'
import { resultsPage } from './results-page.ts'
import { districtAt, publicDistricts, publicPhoto, siteAddresses, siteFacts } from './site-queries.ts'
import { storiesPage, storyPage } from './story-pages.ts'
import { styleOf } from './style.ts'
import { resourcePage, toolkitPage } from './toolkit-pages.ts'
import { siteWords } from './words.ts'

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
const wholeNumber = (text: string | null): number => Math.min(500, Math.max(1, Math.trunc(Number(text)) || 1))

const siteOf = async (
  services: Services,
  db: Db,
  districtId: string,
  slug: string,
  lang: 'en' | 'es',
): Promise<Site> => {
  const facts = await siteFacts(db)
  const style = `/public/${slug}/style.css?v=${styleOf(facts.hue).hash}`
  return {
    ...facts,
    districtId,
    slug,
    lang,
    words: siteWords[lang],
    address: publicAddress(services.settings),
    style,
  }
}

const missingPage = ({ words }: Site, path: string): SitePage => ({
  title: words.notFound,
  description: words.notFound,
  path,
  status: 404,
  main: html`<h1>${words.notFound}</h1>
    <p>${words.notFoundText}</p>`,
})

/** The page at an address below the language; undefined where there is none. */
const pageAt = async (
  services: Services,
  db: Db,
  site: Site,
  [place = '', name, ...rest]: readonly string[],
  query: URLSearchParams,
): Promise<SitePage | undefined> => {
  if (rest.length > 0) return undefined
  const page = wholeNumber(query.get('page'))
  if (name !== undefined) {
    if (place === 'partners') return isId(name) ? partnerPage(db, site, name.toLowerCase()) : undefined
    if (place === 'toolkit') return isId(name) ? resourcePage(db, site, name.toLowerCase()) : undefined
    return place === 'stories' ? storyPage(db, site, name) : undefined
  }
  const asked = (key: string) => (query.get(key) ?? '').slice(0, 100)
  switch (place) {
    case '':
      return homePage(db, site)
    case 'partners': {
      const category = isId(asked('category')) ? asked('category') : ''
      return directoryPage(db, site, { q: asked('q'), category, language: asked('language'), page })
    }
    case 'stories':
      return storiesPage(db, site, page)
    case 'toolkit':
      return site.resources > 0 ? toolkitPage(db, site) : undefined
    case 'results':
      return site.results ? resultsPage(db, site) : undefined
    case 'offer':
      return offerPage(services, db, site, new Date())
    default:
      return undefined
  }
}

/** An address without a site behind it: what a site that is off looks like. */
const notThere = (reply: FastifyReply): FastifyReply => {
  reply.callNotFound()
  return reply
}

const preferred = (request: FastifyRequest): 'en' | 'es' =>
  /^\s*es\b/i.test(String(request.headers['accept-language'] ?? '')) ? 'es' : 'en'

/** Answers everything below /public. */
export const serveSite = async (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { pathname, searchParams } = new URL(request.url, 'http://site')
  const [slug = '', lang = '', ...path] = pathname.split('/').slice(2).filter(Boolean)
  if (slug === '') {
    const [only, ...others] = await publicDistricts(services.read(''))
    if (!only || others.length > 0) return notThere(reply)
    return reply.redirect(hrefOf({ slug: only.slug, lang: preferred(request) }), 302)
  }
  const districtId = await districtAt(services.read(''), slug)
  if (!districtId) return notThere(reply)
  const db = services.read(districtId)
  if (lang === 'style.css' && path.length === 0) {
    const { text, hash } = styleOf((await siteFacts(db)).hue)
    const kept = searchParams.get('v') === hash ? 'public, max-age=31536000, immutable' : 'public, no-cache'
    return sendText(request, reply, { text, type: 'text/css', kept })
  }
  if (lang !== 'en' && lang !== 'es') {
    if (lang !== '') return notThere(reply)
    return reply.header('vary', 'accept-language').redirect(hrefOf({ slug, lang: preferred(request) }), 302)
  }
  if (path[0] === 'stories' && path[2] === 'photo' && path.length === 3) {
    const photo = await publicPhoto(db, path[1]!) // three parts
    return photo
      ? sendPicture(request, reply, { ...photo, path: services.files.pathOf(photo.sha256) })
      : notThere(reply)
  }
  if (path[0] === 'toolkit' && path[2] === 'file' && path.length === 3) {
    const [resource] = isId(path[1]!) ? await publicResources(db, path[1]!) : [] // three parts
    return resource?.sha256
      ? reply
          .header('cache-control', 'public, no-cache')
          .header(
            'content-disposition',
            `attachment; filename="${(resource.name ?? 'file').replaceAll(/[^\w.() -]/g, '_')}"`,
          )
          .type('application/octet-stream')
          .send(services.files.open(resource.sha256))
      : notThere(reply)
  }
  const site = await siteOf(services, db, districtId, slug, lang)
  const posted = request.method === 'POST'
  if (posted && path.join('/') !== 'offer') return notThere(reply)
  const page =
    (posted
      ? await receiveOffer(services, db, site, request.body as URLSearchParams, new Date(), request.id) // the parser of this scope
      : await pageAt(services, db, site, path, searchParams)) ?? missingPage(site, path.join('/'))
  return sendText(request, reply, {
    text: wholePage(site, page),
    type: 'text/html',
    status: page.status ?? 200,
    // A form carries a challenge of its own.
    ...(path[0] === 'offer' && { kept: 'no-store' }),
  })
}

const places = ['', 'partners', 'stories', 'offer'] as const

/** Every public address of every district with a site, in both languages. */
export const sitemap = async (services: Services): Promise<string> => {
  const address = publicAddress(services.settings)
  const found: string[] = []
  for (const { id, slug } of await publicDistricts(services.read(''))) {
    const { partners, stories } = await siteAddresses(services.read(id))
    const { results } = await siteFacts(services.read(id))
    const resources = await publicResources(services.read(id))
    const paths = [
      ...places,
      ...(results ? ['results'] : []),
      ...(resources.length > 0 ? ['toolkit', ...resources.map((one) => `toolkit/${one.id}`)] : []),
      ...partners.map((one) => `partners/${one}`),
      ...stories.map((one) => `stories/${one}`),
    ]
    for (const path of paths)
      for (const lang of ['en', 'es'] as const) found.push(address + hrefOf({ slug, lang }, path))
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${found.map((one) => `<url><loc>${one}</loc></url>`).join('\n')}</urlset>`
}

export const robots = (services: Services): string =>
  `User-agent: *\nAllow: /public/\nDisallow: /\nSitemap: ${publicAddress(services.settings)}/sitemap.xml\n`
