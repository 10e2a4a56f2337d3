import { categoryCode } from '@common-table/shared/catalog/category-code'
import type { catalogContract } from '@common-table/shared/catalog/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  addCategory,
  allCategories,
  categoryById,
  changeCategory,
  removeCategory,
  takenCodes,
} from './queries.ts'

const theCategory = async (db: Db, id: string) => (await categoryById(db, id)) ?? notFound('category')

export const catalogHandlers: Handlers<typeof catalogContract> = {
  listCategories: async ({ db }) => json(`{"items":${(await allCategories(db))?.items ?? '[]'}}`),

  addCategory: async ({ db, body }) => {
    const code = categoryCode(body.name, await takenCodes(db))
    const added = (await addCategory(db, code, body)) ?? notFound('category')
    const { category, version } = await theCategory(db, added.id)
    return json(category, version)
  },

  changeCategory: async ({ db, params, body, ifMatch }) => {
    await theCategory(db, params.categoryId)
    const changed =
      Object.keys(body).length > 0 && (await changeCategory(db, params.categoryId, ifMatch, body))
    const { category, version } = await theCategory(db, params.categoryId)
    return changed || version === ifMatch ? json(category, version) : stale(category)
  },

  removeCategory: async ({ db, params }) => {
    const { inUse } = await theCategory(db, params.categoryId)
    if (inUse) throw refusal('category-in-use')
    await removeCategory(db, params.categoryId)
  },
}
