import { utc } from '../db/utc.ts'

/** The frame of a form as SQL: its round, its reply `r` and the kinds of help there are. `o` is the round, `y` its year. */
export const formFrameSql = `json_build_object('id', o.id, 'schoolYear', y.label, 'opensOn', o.opens_on, 'dueOn', o.due_on,
    'note', o.note, 'closedAt', ${utc('o.closed_at')}) as round,
  r.id as "replyId", ${utc('r.saved_at')} as "savedAt", ${utc('r.submitted_at')} as "submittedAt", r.submitted_by as "submittedBy",
  r.draft, r.answers, r.version, (now() at time zone d.time_zone)::date as today,
  (select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'nameEs', k.name_es, 'group', k.group_code, 'tiers', k.tiers)
      order by k.position, k.code) from categories k where k.district_id = r.district_id and k.active) as categories,
  (select json_build_object('schoolYear', ly.label, 'answers', l.answers) from replies l
      join rounds lo on lo.district_id = l.district_id and lo.id = l.round_id
      join school_years ly on ly.district_id = lo.district_id and ly.id = lo.school_year_id
    where l.district_id = r.district_id and lo.kind = o.kind and l.answers is not null and ly.starts_on < y.starts_on
      and l.school_id is not distinct from r.school_id and l.organization_id is not distinct from r.organization_id
    order by ly.starts_on desc limit 1) as last`
export const formJoins = `replies r join rounds o on o.district_id = r.district_id and o.id = r.round_id
  join school_years y on y.district_id = o.district_id and y.id = o.school_year_id join districts d on d.id = r.district_id`

export interface FormFrame<Answers> {
  round: {
    id: string
    schoolYear: string
    opensOn: string
    dueOn: string
    note: string
    closedAt: string | null
  }
  replyId: string
  savedAt: string | null
  submittedAt: string | null
  submittedBy: string
  draft: Answers | null
  answers: Answers | null
  version: number
  today: string
  categories:
    { id: string; code: string; name: string; nameEs: string; group: string; tiers: number[] }[] | null
  last: { schoolYear: string; answers: Answers } | null
}
