import { ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { offeredKinds, openForm, takeOffer } from '../pipeline/index.ts'
import { html, Html, type Content } from './html.ts'
import { hrefOf, type Site, type SitePage } from './layout.ts'
import type { Named } from './site-queries.ts'
import { fill } from './words.ts'

const fields = [
  'organizationName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'message',
  'students',
] as const
type Field = (typeof fields)[number]
const longest: Record<Field, number> = {
  organizationName: 200,
  contactName: 120,
  contactEmail: 254,
  contactPhone: 60,
  message: 3000,
  students: 7,
}
const needed: readonly Field[] = ['organizationName', 'contactName', 'contactEmail', 'message']
type Errors = Partial<Record<Field | 'form', string>>

const faults = ({ words }: Site, form: URLSearchParams): Errors => {
  const said = (name: Field) => (form.get(name) ?? '').trim()
  const errors: Errors = {}
  for (const name of needed)
    if (said(name) === '') errors[name] = words.missing[name as keyof typeof words.missing]
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said('contactEmail')))
    errors.contactEmail = words.missing.contactEmail
  if (!/^\d{0,6}$/.test(said('students'))) errors.students = words.missing.students
  return errors
}

const field = (
  site: Site,
  name: Field,
  form: URLSearchParams,
  errors: Errors,
  more: Content,
  hint = '',
): Html => {
  const value = form.get(name) ?? ''
  const error = errors[name]
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  const attributes = html`id="${name}" name="${name}"
  maxlength="${longest[name]}"${more}${needed.includes(name) && new Html(' required')}${described && html` aria-describedby="${described}"`}${error && new Html(' aria-invalid="true"')}`
  return html`<div class="field">
    <label for="${name}">${site.words.offer[name]}</label
    >${hint && html`<p class="muted" id="${name}-hint">${hint}</p>`}${
      name === 'message'
        ? html`<textarea rows="6" ${attributes}>${value}</textarea>`
        : html`<input value="${value}" ${attributes} />`
    }${error && html`<p class="error" id="${name}-error">${error}</p>`}
  </div>`
}

const formPage = (
  site: Site,
  kinds: readonly Named[],
  token: string,
  form = new URLSearchParams(),
  errors: Errors = {},
): SitePage => {
  const { words } = site
  const wrong = Object.entries(errors)
  const chosen = form.getAll('categoryIds')
  const at = (name: Field, more: Content, hint?: string) => field(site, name, form, errors, more, hint)
  return {
    title: words.nav.offer,
    description: fill(words.offerText, { district: site.name }),
    path: 'offer',
    ...(wrong.length > 0 && { status: 400 as const }),
    main: html`<h1>${words.nav.offer}</h1>
      <p class="lead">${fill(words.offerText, { district: site.name })}</p>
      ${
        wrong.length > 0 &&
        html`<div class="errors" role="alert">
          <h2>${words.errors}</h2>
          <ul>
            ${wrong.map(([name, message]) => html`<li>${name === 'form' ? message : html`<a href="#${name}">${message}</a>`}</li>`)}
          </ul>
        </div>`
      }
      <form method="post" action="${hrefOf(site, 'offer')}">
        <input type="hidden" name="token" value="${token}" />
        <div class="apart" aria-hidden="true">
          <label for="companyUrl">${words.offer.hidden}</label
          ><input id="companyUrl" name="companyUrl" tabindex="-1" autocomplete="off" />
        </div>
        ${at('organizationName', new Html(' autocomplete="organization"'), words.offer.organizationHint)}${at('contactName', new Html(' autocomplete="name"'))}${at('contactEmail', new Html(' type="email" autocomplete="email"'))}${at('contactPhone', new Html(' type="tel" autocomplete="tel"'))}
        ${at('message', null, words.offer.messageHint)}${at('students', new Html(' inputmode="numeric"'))}
        <fieldset class="field">
          <legend>${words.offer.categoryIds}</legend>
          <div class="checks">
            ${kinds.map((kind) => html`<label><input type="checkbox" name="categoryIds" value="${kind.id}" ${chosen.includes(kind.id) && new Html(' checked')} />${(site.lang === 'es' && kind.nameEs) || kind.name}</label>`)}
          </div>
        </fieldset>
        <p><button>${words.offer.send}</button></p>
      </form>`,
  }
}

const closedPage = (site: Site): SitePage => ({
  title: site.words.nav.offer,
  description: fill(site.words.offerClosed, { district: site.name }),
  path: 'offer',
  main: html`<h1>${site.words.nav.offer}</h1>
    <p>${fill(site.words.offerClosed, { district: site.name })}</p>`,
})

export const offerPage = async (services: Services, db: Db, site: Site, now: Date): Promise<SitePage> => {
  const kinds = await offeredKinds(db)
  return kinds ? formPage(site, kinds, openForm(services, site.districtId, now)) : closedPage(site)
}

/** Takes an offer in without a script. What is wrong is said beside its field, and nothing that was typed is lost. */
export const receiveOffer = async (
  services: Services,
  db: Db,
  site: Site,
  form: URLSearchParams,
  now: Date,
  requestId: string,
): Promise<SitePage> => {
  const kinds = await offeredKinds(db)
  if (!kinds) return closedPage(site)
  const again = (errors: Errors) =>
    formPage(site, kinds, openForm(services, site.districtId, now), form, errors)
  const errors = faults(site, form)
  if (Object.keys(errors).length > 0) return again(errors)
  const said = (name: string) => (form.get(name) ?? '').trim()
  const cut = (name: Field) => said(name).slice(0, longest[name])
  const known = new Set(kinds.map(({ id }) => id))
  try {
    await takeOffer(
      services,
      site.districtId,
      {
        organizationName: cut('organizationName'),
        contactName: cut('contactName'),
        contactEmail: cut('contactEmail'),
        contactPhone: cut('contactPhone'),
        message: cut('message'),
        ...(said('students') !== '' && { students: Number(said('students')) }),
        categoryIds: form
          .getAll('categoryIds')
          .filter((id) => known.has(id))
          .slice(0, 20),
        anywhere: true,
        locale: site.lang,
        token: said('token'),
        nonce: 0,
        companyUrl: said('companyUrl').slice(0, 500),
      },
      { now, author: { kind: 'link', id: null, name: 'public form', requestId } },
    )
  } catch (error) {
    if (error instanceof ProblemError && error.reason === 'form-too-old')
      return again({ form: site.words.missing.form })
    throw error
  }
  const { words } = site
  return {
    title: words.thanks,
    description: words.thanks,
    path: 'offer',
    main: html`<h1>${words.thanks}</h1>
      <p class="lead">${fill(words.thanksText, { district: site.name, email: said('contactEmail') })}</p>
      <p><a href="${hrefOf(site)}">${words.nav.home}</a></p>`,
  }
}
