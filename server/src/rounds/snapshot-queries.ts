import type { SnapshotAnswers, SnapshotNeed } from '@common-table/shared/rounds/snapshot-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { recordLines } from '../reconciliation/index.ts'
import { formFrameSql, formJoins, type FormFrame } from './form-queries.ts'

export interface SnapshotRow extends FormFrame<SnapshotAnswers> {
  school: { id: string; name: string; enrolment: number | null }
  partners: { id: string; name: string; programs: string[] }[]
  open: SnapshotNeed[]
}

const form = statement<SnapshotRow>(`select ${formFrameSql},
    json_build_object('id', s.id, 'name', s.name, 'enrolment', s.enrolment) as school,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'programs', p.programs) order by p.name, p.id) from (
      select g.id, g.name, array_remove(array_agg(distinct v.name), null) as programs
      from (${recordLines((school) => `${school} = (select school_id from replies where district_id = app_district() and id = $1)`)}) a
        join organizations g on g.district_id = r.district_id and g.id = a.organization_id
        left join services v on v.district_id = r.district_id and v.id = a.service_id
      group by g.id, g.name) p), '[]') as partners,
    -- Of an earlier year the line stands without its need: it is recorded anew for this one.
    coalesce((select json_agg(json_build_object('needId', case when n.school_year_id = o.school_year_id then n.id end,
        'categoryId', n.category_id, 'tier', n.tier, 'severity', n.severity, 'studentsAffected', n.students_affected,
        'urgency', n.urgency, 'cannotMeetAlone', n.cannot_meet_alone, 'note', coalesce(n.title, ''), 'over', false)
      order by n.school_year_id = o.school_year_id desc, n.severity desc, n.id) from needs n
      where n.district_id = r.district_id and n.school_id = r.school_id and n.group_key = '' and n.status in ('open', 'in_progress')), '[]') as open
  from ${formJoins} join schools s on s.district_id = r.district_id and s.id = r.school_id
  where r.district_id = app_district() and r.id = $1`)
export const snapshotRow = (db: Db, replyId: string) => db.one(form, [replyId])

const standing = statement<{
  id: string
  version: number
  status: string
  ours: boolean
  categoryId: string
  tier: number
}>(
  `select id, version, status, reply_id is not distinct from $2 as ours, category_id as "categoryId", tier from needs
  where district_id = app_district() and school_id = $1 and status in ('open', 'in_progress')
    and school_year_id = (select o.school_year_id from replies r join rounds o on o.district_id = r.district_id and o.id = r.round_id
      where r.district_id = app_district() and r.id = $2)
  order by reply_id is not distinct from $2 desc, id for update`,
)
/** Needs of the round's school year that still wait, those told by this very reply first. */
export const standingNeeds = (db: Db, schoolId: string, replyId: string) =>
  db.many(standing, [schoolId, replyId])

const known = statement<{ name: string; id: string | null }>(`select btrim(t) as name,
    (select o.id from organizations o where o.district_id = app_district() and plain_text(o.name) = plain_text(btrim(t)) order by o.id limit 1) as id
  from unnest($1::text[]) t`)
/** Names as a school writes them, each with the organisation the district knows by it. */
export const organizationsNamed = (db: Db, names: readonly string[]) => db.many(known, [names])
