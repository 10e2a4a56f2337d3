import type { districtContract } from '@common-table/shared/district/contract'
import type { District } from '@common-table/shared/district/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { Download, json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import type { Db } from '../db/db.ts'
import { clearLogo, keepLogo, logoOf } from './logo.ts'
import { districtOf, updateDistrict } from './queries.ts'

const theDistrict = async (db: Db) => (await districtOf(db)) ?? notFound('district')

const answer = async (db: Db) => {
  const { district, version } = await theDistrict(db)
  return json(district, version)
}

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

export const districtHandlers: Handlers<typeof districtContract> = {
  getDistrict: ({ db }) => answer(db),

  changeDistrict: async ({ db, body, ifMatch }) => {
    if (body.timeZone !== undefined && !isTimeZone(body.timeZone))
      throw fieldProblem(
        'timeZone',
        'There is no such time zone. Choose one like America/Chicago.',
        'time-zone',
      )
    const now = JSON.parse((await theDistrict(db)).district) as District
    const cents = body.volunteerHourCents === undefined ? now.volunteerHourCents : body.volunteerHourCents
    if (cents !== null && !(body.volunteerHourSource ?? now.volunteerHourSource).trim())
      throw fieldProblem('volunteerHourSource', 'Name the source of this rate and its year.', 'required')
    const address = body.publicSlug === undefined ? now.publicSlug : body.publicSlug
    if ((body.publicSite ?? now.publicSite) && address === null)
      throw fieldProblem('publicSlug', 'Choose the word your public pages are found under.', 'required')
    const changed = Object.keys(body).length > 0 && (await updateDistrict(db, ifMatch, body))
    const { district, version } = await theDistrict(db)
    return changed || version === ifMatch ? json(district, version) : stale(district)
  },

  getDistrictLogo: async ({ db, services }) => {
    const logo = (await logoOf(db)) ?? notFound('logo')
    return new Download(
      `logo.${logo.mediaType.split('/')[1]}`,
      logo.mediaType,
      services.files.open(logo.sha256),
    )
  },

  changeDistrictLogo: async ({ db, services, author, file }) => {
    await keepLogo(db, services.files, file, author.kind === 'user' ? author.id : null)
    return answer(db)
  },

  removeDistrictLogo: async ({ db }) => {
    await clearLogo(db)
    return answer(db)
  },
}
