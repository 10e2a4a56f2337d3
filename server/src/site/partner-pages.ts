import { grades } from '@common-table/shared/imports/normalise-grades'
import { languages } from '@common-table/shared/vocabulary/languages'
import { organizationTypes } from '@common-table/shared/vocabulary/organization-types'
import { settings } from '@common-table/shared/vocabulary/settings'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { html, Html, type Content } from './html.ts'
import { hrefOf, type Site, type SitePage } from './layout.ts'
import { directoryOf, partnerCard, type Named } from './site-queries.ts'
import { pageLinks } from './story-pages.ts'
import { count, fill } from './words.ts'

const perPage = 24
const named = ({ lang }: Site, { name, nameEs }: Named): string => (lang === 'es' ? nameEs : name)
const spoken = ({ lang }: Site, code: string): string => nameOf(languages, code, lang)
const described = (
  { lang }: Site,
  { description, descriptionEs }: { description: string; descriptionEs: string },
): Content =>
  lang === 'es' && descriptionEs !== ''
    ? descriptionEs
    : lang === 'es'
      ? html`<span lang="en">${description}</span>`
      : description

const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? new Html(' selected') : ''}>${label}</option>`

export interface Wanted {
  q: string
  category: string
  language: string
  page: number
}

/** The partner directory: what is looked for stands in the address, so that a search can be kept and shared. */
export const directoryPage = async (db: Db, site: Site, wanted: Wanted): Promise<SitePage> => {
  const { words } = site
  const { q, category, language, page } = wanted
  const found = await directoryOf(db, {
    words: q.split(/\s+/).filter(Boolean).slice(0, 8),
    category: category || null,
    language,
    limit: perPage,
    skip: (page - 1) * perPage,
  })
  const pathOf = (n: number) => {
    const given = Object.entries({ q, category, language, page: n > 1 ? String(n) : '' })
    const asked = new URLSearchParams(given.filter(([, value]) => value !== ''))
    return `partners${asked.size > 0 ? `?${asked}` : ''}`
  }
  return {
    title: words.nav.partners,
    description: words.partnersText,
    path: pathOf(page),
    canonical: page > 1 ? `partners?page=${page}` : 'partners',
    main: html`<h1>${words.nav.partners}</h1>
      <p class="lead">${words.partnersText}</p>
      <form class="fields" role="search" action="${hrefOf(site, 'partners')}">
        <div>
          <label for="q">${words.search}</label
          ><input id="q" name="q" type="search" value="${q}" maxlength="100" />
        </div>
        <div>
          <label for="category">${words.category}</label
          ><select id="category" name="category">
            ${option('', words.anyCategory, category)}${found.categories.map((one) => option(one.id, named(site, one), category))}
          </select>
        </div>
        ${
          found.languages.length > 1 &&
          html`<div>
            <label for="language">${words.language}</label
            ><select id="language" name="language">
              ${option('', words.anyLanguage, language)}${found.languages.map((code) => option(code, spoken(site, code), language))}
            </select>
          </div>`
        }
        <div><button>${words.find}</button></div>
      </form>
      <p role="status">${count(words.found, found.total)}</p>
      ${
        found.items.length > 0
          ? html`<ul class="grid">
              ${found.items.map(
                (partner) =>
                  html`<li class="card">
                    <h2 class="name">
                      <a href="${hrefOf(site, `partners/${partner.id}`)}">${partner.name}</a>
                    </h2>
                    <p class="muted">${nameOf(organizationTypes, partner.type, site.lang)}</p>
                    <p>${described(site, partner)}</p>
                    ${
                      partner.categories.length > 0 &&
                      html`<ul class="tags">
                        ${partner.categories.slice(0, 6).map((one) => html`<li>${named(site, one)}</li>`)}
                      </ul>`
                    }
                  </li>`,
              )}
            </ul>`
          : html`<p>
              ${site.partners > 0 ? html`${words.none} <a href="${hrefOf(site, 'partners')}">${words.allPartners}</a>` : words.noneYet}
            </p>`
      }
      ${pageLinks(site, page, Math.ceil(found.total / perPage), pathOf)}`,
  }
}

/** The contact card of a partner: only what was written for everybody. */
export const partnerPage = async (db: Db, site: Site, id: string): Promise<SitePage | undefined> => {
  const card = await partnerCard(db, id)
  if (!card) return undefined
  const { words } = site
  const reachable = card.contactName || card.email || card.phone || card.website
  return {
    title: card.name,
    description:
      (site.lang === 'es' && card.descriptionEs) ||
      card.description ||
      fill(words.about, { district: site.name }),
    path: `partners/${id}`,
    main: html`<h1>${card.name}</h1>
      <p class="muted">${nameOf(organizationTypes, card.type, site.lang)}</p>
      <p class="lead">${described(site, card)}</p>
      <section class="card">
        <h2>${words.contact}</h2>
        ${
          reachable
            ? html`${card.contactName && html`<p>${card.contactName}</p>`}${card.email && html`<p><a href="mailto:${card.email}">${card.email}</a></p>`}${card.phone && html`<p><a href="tel:${card.phone.replaceAll(/[^\d+]/g, '')}">${card.phone}</a></p>`}${card.website && html`<p><a href="${card.website}" rel="noopener">${card.website}</a></p>`}`
            : html`<p>${fill(words.contactNone, { district: site.name })}</p>`
        }${card.languages.length > 0 && html`<p class="muted">${words.languages}: ${card.languages.map((code) => spoken(site, code)).join(', ')}</p>`}
      </section>
      ${
        card.services.length > 0 &&
        html`<h2>${words.services}</h2>
          <ul class="grid">
            ${card.services.map(
              (service) =>
                html`<li class="card">
                  <h3>${service.name}</h3>
                  <p class="muted">
                    ${named(site, service.category)} ·
                    ${nameOf(settings, service.setting, site.lang)}${service.grades.length > 0 && html` · ${fill(words.grades, { grades: grades.filter((one) => service.grades.includes(one)).join(', ') })}`}
                  </p>
                  ${service.description && html`<p>${service.description}</p>`}
                </li>`,
            )}
          </ul>`
      }
      ${
        card.stories.length > 0 &&
        html`<h2>${fill(words.storiesWith, { name: card.name })}</h2>
          <ul>
            ${card.stories.map(({ slug, title, titleEs }) => html`<li><a href="${hrefOf(site, `stories/${slug}`)}">${(site.lang === 'es' && titleEs) || title}</a></li>`)}
          </ul>`
      }`,
  }
}
