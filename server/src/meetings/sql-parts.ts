import { briefDays } from '@common-table/shared/meetings/schedule'

/** Pieces of SQL that several reads of meetings share. Aliases: m meeting, p partnership, o organisation, y school year. */
export const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** checkInStanding of shared/src/meetings/standing.ts. */
export const standingSql = `case when m.status in ('signed', 'cancelled') then m.status when m.status = 'held' then 'waiting'
  when m.day < district_today() then 'overdue' when m.day <= district_today() + ${briefDays} then 'soon' else 'coming' end`

/** signaturesMissing of the same file. */
export const waitingSql = `(select coalesce(json_agg(w.side), '[]') from unnest('{district,partner}'::text[]) w (side)
  where m.status in ('planned', 'held') and not exists (select from meeting_answers a where a.district_id = m.district_id
    and a.meeting_id = m.id and a.side = w.side and a.answer = 'signed' and a.text_version = m.text_version))`

export const whenJson = `'day', m.day, 'startTime', to_char(m.start_time, 'HH24:MI'), 'minutes', m.minutes, 'place', m.place`

export const itemFields = `'id', m.id, 'partnership', json_build_object('id', p.id, 'name', p.name),
  'organization', json_build_object('id', o.id, 'name', o.name), 'lead', u.name, 'schoolYear', y.label, 'quarter', m.quarter,
  ${whenJson}, 'standing', ${standingSql}, 'waitingFor', ${waitingSql}, 'briefSentAt', ${utc('m.brief_sent_at')}`
export const itemJoins = `join partnerships p on p.district_id = m.district_id and p.id = m.partnership_id
  join organizations o on o.district_id = p.district_id and o.id = p.organization_id
  join school_years y on y.district_id = m.district_id and y.id = m.school_year_id
  left join users u on u.district_id = p.district_id and u.id = p.lead_user_id`

export const actionJson = `json_build_object('id', x.id, 'what', x.what, 'side', x.side, 'owner', x.owner,
  'dueOn', x.due_on, 'doneOn', x.done_on, 'version', x.version)`

export const actionsSql = `(select coalesce(json_agg(${actionJson} order by x.due_on, x.id), '[]') from meeting_actions x
  where x.district_id = m.district_id and x.meeting_id = m.id)`

/** Whether a reader of these schools may see a check-in's partnership; null sees all. */
export const inScope = (
  at: string,
): string => `(${at}::uuid[] is null or exists (select from partnership_schools s
  where s.district_id = m.district_id and s.partnership_id = m.partnership_id and s.school_id = any (${at})))`

/** The day of the check-in before: what was agreed then is looked back on, done or not. */
export const lastDaySql = `(select max(l.day) from meetings l where l.district_id = m.district_id
  and l.partnership_id = m.partnership_id and l.day < m.day and l.status <> 'cancelled')`
