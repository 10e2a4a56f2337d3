import type { CensusAnswers, CensusProgram } from '@common-table/shared/rounds/census-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { formFrameSql, formJoins, type FormFrame } from './form-queries.ts'

/** A program as the record has it, with the ids of its sites. */
export type KnownProgram = Omit<CensusProgram, 'serviceId' | 'sites'> & {
  serviceId: string
  sites: (CensusProgram['sites'][number] & { siteId: string })[]
}
export interface CensusRow extends FormFrame<CensusAnswers> {
  organization: { id: string; name: string }
  schools: { id: string; name: string; grades: string[] }[]
  known: KnownProgram[]
}

const form = statement<CensusRow>(`select ${formFrameSql},
    json_build_object('id', g.id, 'name', g.name) as organization,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'grades', s.grades) order by s.name, s.id)
      from schools s where s.district_id = r.district_id and s.status = 'open'), '[]') as schools,
    coalesce((select json_agg(json_build_object('serviceId', v.id, 'name', v.name, 'categoryId', v.category_id, 'tier', v.tier,
        'confirmed', false, 'running', true, 'setting', v.setting, 'grades', v.grades, 'languages', v.languages,
        'weekdays', coalesce((select array_agg(distinct w order by w) from schedules c, unnest(c.weekdays) w
          where c.district_id = v.district_id and c.service_id = v.id and c.service_site_id is null), '{}'),
        'sites', coalesce((select json_agg(json_build_object('siteId', x.id, 'schoolId', x.school_id, 'present', true,
            'maximum', x.capacity_maximum, 'available', x.capacity_available) order by x.id) from service_sites x
          where x.district_id = v.district_id and x.service_id = v.id and x.status = 'active' and x.school_id is not null), '[]'),
        'roomToGrow', null, 'growth', '') order by v.name, v.id)
      from services v where v.district_id = r.district_id and v.organization_id = r.organization_id
        and v.status in ('active', 'temporarily closed')), '[]') as known
  from ${formJoins} join organizations g on g.district_id = r.district_id and g.id = r.organization_id
  where r.district_id = app_district() and r.id = $1`)
export const censusRow = (db: Db, replyId: string) => db.one(form, [replyId])

const verify =
  statement(`update service_sites x set verified_on = (now() at time zone d.time_zone)::date from districts d
  where d.id = x.district_id and x.district_id = app_district() and x.id = any ($1::uuid[])
    and num_nonnulls(x.capacity_maximum, x.capacity_available) > 0`)
/** Capacity of these sites is true today; answers of how many it is known. */
export const verifySites = (db: Db, siteIds: readonly string[]) => db.run(verify, [siteIds])

const ownFacts = statement(`with days as (
    update schedules set weekdays = $5 where district_id = app_district() and service_id = $1 and service_site_id is null
      and weekdays is distinct from $5 and cardinality($5::text[]) > 0
  ), added as (
    insert into schedules (district_id, service_id, weekdays) select app_district(), $1, $5 where cardinality($5::text[]) > 0
      and not exists (select from schedules where district_id = app_district() and service_id = $1 and service_site_id is null)
  )
  update services set setting = $2, grades = $3, languages = $4 where district_id = app_district() and id = $1`)
export const keepOwnFacts = (
  db: Db,
  serviceId: string,
  {
    setting,
    grades,
    languages,
    weekdays,
  }: Pick<CensusProgram, 'setting' | 'grades' | 'languages' | 'weekdays'>,
) => db.run(ownFacts, [serviceId, setting, grades, languages, weekdays])
