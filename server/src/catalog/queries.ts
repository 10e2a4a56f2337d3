import { and, eq } from 'drizzle-orm'
import type { Category as StandardCategory } from '@common-table/shared/catalog/taxonomy'
import type { CategoryChange, NewCategory } from '@common-table/shared/catalog/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { categories } from './table.ts'

const used = `(exists (select from services s where s.district_id = c.district_id and (s.category_id = c.id or c.id = any (s.also_category_ids)))
  or exists (select from partnership_categories p where p.district_id = c.district_id and p.category_id = c.id)
  or exists (select from needs n where n.district_id = c.district_id and n.category_id = c.id)
  or exists (select from need_rules r where r.district_id = c.district_id and r.category_id = c.id))`

const item = `json_build_object('id', c.id, 'code', c.code, 'groupCode', c.group_code, 'name', c.name, 'nameEs', c.name_es,
  'synonyms', c.synonyms, 'tiers', c.tiers, 'unit', c.unit, 'position', c.position, 'active', c.active,
  'inUse', ${used}, 'version', c.version)`

const all = statement<{
  items: string
}>(`select coalesce(json_agg(${item} order by c.position, c.name, c.id), '[]')::text as items
  from categories c where c.district_id = app_district()`)

const one = statement<{
  category: string
  version: number
  inUse: boolean
}>(`select (${item})::text as category, c.version,
    ${used} as "inUse" from categories c where c.district_id = app_district() and c.id = $1`)

const codes = statement<{ code: string }>('select code from categories where district_id = app_district()')

const add = statement<{ id: string }>(`insert into categories
    (district_id, code, group_code, name, name_es, synonyms, tiers, unit, position)
  select app_district(), $1, $2, $3, $4, $5, $6, $7,
    coalesce((select max(position) from categories where district_id = app_district()), 0) + 1
  returning id`)

const addStandard = statement(`insert into categories
    (district_id, code, group_code, name, name_es, synonyms, tiers, unit, open_eligibility, airs_letters, position)
  select app_district(), code, "group", name ->> 'en', name ->> 'es', synonyms, tiers, unit, "openEligibility",
    string_to_array(airs, null), position
  from json_to_recordset($1::json) as s (code text, "group" text, name json, synonyms text[], tiers smallint[], unit text,
    "openEligibility" jsonb, airs text, position smallint)
  on conflict (district_id, code) do nothing`)

const remove = statement('delete from categories where district_id = app_district() and id = $1')

export const allCategories = (db: Db) => db.one(all)
export const categoryById = (db: Db, id: string) => db.one(one, [id])
export const takenCodes = async (db: Db) => new Set((await db.many(codes)).map(({ code }) => code))
export const removeCategory = (db: Db, id: string) => db.run(remove, [id])

export const addCategory = (db: Db, code: string, category: NewCategory) => {
  const { groupCode, name, nameEs = '', synonyms = [], tiers = [1, 2], unit = 'students' } = category
  return db.one(add, [code, groupCode, name, nameEs, synonyms, tiers, unit])
}

/** Adds those of the standard categories that are not there yet. */
export const addStandardCategories = (db: Db, standard: readonly StandardCategory[]) =>
  db.run(addStandard, [
    JSON.stringify(standard.map((category, index) => ({ ...category, position: index + 1 }))),
  ])

/** Changes it if `version` is still the current one; answers whether it was. */
export const changeCategory = async (db: Db, id: string, version: number, change: CategoryChange) => {
  const changed = await db.orm
    .update(categories)
    .set(change)
    .where(
      and(eq(categories.districtId, db.districtId), eq(categories.id, id), eq(categories.version, version)),
    )
    .returning({ id: categories.id })
  return changed.length > 0
}
