import type { districtContract } from '@common-table/shared/district/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import type { Db } from '../db/db.ts'
import { districtOf, updateDistrict } from './queries.ts'

const theDistrict = async (db: Db) => (await districtOf(db)) ?? notFound('district')

export const districtHandlers: Handlers<typeof districtContract> = {
  getDistrict: async ({ db }) => {
    const { district, version } = await theDistrict(db)
    return json(district, version)
  },

  changeDistrict: async ({ db, body, ifMatch }) => {
    const changed = await updateDistrict(db, ifMatch, body)
    const { district, version } = await theDistrict(db)
    return changed ? json(district, version) : stale(district)
  },
}
