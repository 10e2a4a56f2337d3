import type { Growth } from '@common-table/shared/lifecycle/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** Days, hours and notes are the pattern's; who looks after it, the room and the number of students are each school's own. */
const grow = statement<{ before: string; added: number; planned: number }>(`with p as (
    update partnerships set scope = case when scope = 'one_school' then 'several_schools' else scope end,
      stage = case when $7 and stage = 'active' then 'expanding' else stage end,
      stage_since = case when $7 and stage = 'active' then $8::date else stage_since end
    where district_id = app_district() and id = $1 and version = $2 returning district_id, id, old.stage as before, stage),
  s as (insert into partnership_schools (district_id, partnership_id, school_id)
    select p.district_id, p.id, unnest($3::uuid[]) from p on conflict do nothing returning district_id, partnership_id, school_id),
  l as (insert into site_plans (district_id, partnership_id, school_id, school_year_id, weekdays, starts_at, ends_at, starts_on, ends_on, notes)
    select s.district_id, s.partnership_id, s.school_id, o.school_year_id, o.weekdays, o.starts_at, o.ends_at, $6::date,
      case when $6::date > o.ends_on then null else o.ends_on end, o.notes
    from s join site_plans o on o.district_id = s.district_id and o.partnership_id = s.partnership_id
      and o.school_id = $5 and o.school_year_id = $4
    on conflict (district_id, partnership_id, school_id, school_year_id) do nothing returning id),
  e as (insert into partnership_events (district_id, partnership_id, kind, happened_on, from_stage, to_stage, author_id, author_name)
    select district_id, id, 'stage', $8::date, before, stage, $9::uuid, $10 from p where before <> stage)
  select before, (select count(*)::integer from s) as added, (select count(*)::integer from l) as planned from p`)

/** Answers how many schools are new and how many of them have a plan; nothing where `version` is no longer current. */
export const growPartnership = (
  db: Db,
  partnershipId: string,
  version: number,
  { schoolIds, schoolYearId, likeSchoolId, startsOn, expanding }: Growth,
  today: string,
  author: { id: string | null; name: string },
) =>
  db.one(grow, [
    partnershipId,
    version,
    schoolIds,
    schoolYearId,
    likeSchoolId ?? null,
    startsOn ?? null,
    expanding ?? false,
    today,
    author.id,
    author.name,
  ])
