import { beforeAll, expect, it } from 'vitest'
import { lettersContract } from '@common-table/shared/letters/contract'
import { letterTemplatesContract as api } from '@common-table/shared/letters/templates-contract'
import type { TemplateText } from '@common-table/shared/letters/templates-schemas'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const [organizationId, partnershipId] = [id(61), id(62)]
const director = () => test.as('director')
const welcome: TemplateText = {
  kind: 'welcome',
  locale: 'es',
  subject: 'Bienvenidos a {partnership_name}',
  body: 'Hola, {contact_name}:\n\nEmpezamos el {start_date}. Nos alegra.\n\n{sender_name}',
}
const keep = (more: Partial<TemplateText> = {}, ifMatch = 0, caller = director()) =>
  caller(api.keepLetterTemplate, { body: { ...welcome, ...more }, ifMatch })
const theWelcome = async () =>
  (await test.as('school', { schools: [] })(api.listLetterTemplates)).items.find(
    ({ kind, locale }) => kind === 'welcome' && locale === 'es',
  )!

beforeAll(async () => {
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
    district,
    organizationId,
  ])
  await test.sql(
    `with c as (insert into contacts (district_id, organization_id, name, language) values ($1, $2, 'Ana Núñez', 'es') returning id)
     insert into partnerships (district_id, id, organization_id, name, partner_lead_id) select $1, $3, $2, 'Weekend food', c.id from c`,
    [district, organizationId, partnershipId],
  )
})

it('a letter is written in the district’s own words, and in the standard ones again once they are restored', async () => {
  const { items } = await director()(api.listLetterTemplates)
  expect(items).toHaveLength(14)
  expect(items.every(({ own, version }) => !own && version === 0)).toBe(true)
  expect(await keep()).toMatchObject({ own: true, changedByName: 'The director', version: 1 })
  const written = async (locale: 'en' | 'es') =>
    test.as('coordinator')(lettersContract.composeLetter, {
      body: { kind: 'welcome', organizationId, partnershipId, locale },
    })
  expect(await written('es')).toMatchObject({
    subject: 'Bienvenidos a Weekend food',
    body: 'Hola, Ana Núñez:\n\nEmpezamos el {start_date}. Nos alegra.\n\nThe coordinator',
    missing: ['start_date'],
  })
  expect((await written('en')).subject).toBe('Welcome: Weekend food')
  const restored = await director()(api.restoreLetterTemplate, {
    body: { kind: 'welcome', locale: 'es' },
    ifMatch: 1,
  })
  expect(restored).toMatchObject({ own: false, version: 0 })
  expect((await written('es')).subject).toBe('Bienvenida: Weekend food')
})

it('refuses a field that the kind of letter cannot have, a brace left open, and an empty text', async () => {
  for (const body of ['Hola, {contact name}', 'Hola, {person_leaving}', 'Hola, {contact_name', 'Hola }'])
    await expect(keep({ body }), body).rejects.toMatchObject({ fields: [{ field: 'body' }] })
  await expect(keep({ subject: 'An {offer}' })).rejects.toMatchObject({ fields: [{ field: 'subject' }] })
  await expect(keep({ body: '   ' })).rejects.toMatchObject({ fields: [{ field: 'body' }] })
  await expect(
    keep({ kind: 'handover', body: '{person_leaving} → {successors}', subject: 'x' }),
  ).resolves.toMatchObject({ own: true })
  expect((await theWelcome()).own).toBe(false)
})

it('is looked at with a partner’s data before it is saved, what is missing by name', async () => {
  const { subject, body, missing } = await director()(api.previewLetterTemplate, {
    body: { ...welcome, organizationId, partnershipId },
  })
  expect([subject, missing]).toEqual(['Bienvenidos a Weekend food', ['start_date']])
  expect(body).toContain('Hola, Ana Núñez:')
  expect((await theWelcome()).own).toBe(false)
})

it('is the director’s to change, of the own district; the second of two savings is refused with the first', async () => {
  await expect(keep({}, 0, test.as('coordinator'))).rejects.toMatchObject({ code: 'not-permitted' })
  await keep()
  await expect(keep({ subject: 'Second' })).rejects.toMatchObject({
    code: 'stale',
    current: { subject: welcome.subject, version: 1 },
  })
  expect(await keep({ subject: 'Second' }, 1)).toMatchObject({ subject: 'Second', version: 2 })
  const { items } = await test.as('director', { districtId: otherDistrict })(api.listLetterTemplates)
  expect(items.some(({ own }) => own)).toBe(false)
})
