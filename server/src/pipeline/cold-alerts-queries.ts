import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const silence = (record: string): string => `coalesce(${record}.last_contact_on, ${record}.created_at::date)`

// Whoever looks after it is told; where nobody does, the directors are.
const tell = statement<{ told: number }>(`with district as (
    select going_cold_days as days from districts where id = app_district()
  ), cold as (
    select 'Partnerships' as what, p.id, ${silence('p')} as since, p.lead_user_id as who from partnerships p, district d
      where p.district_id = app_district() and p.stage not in ('paused', 'ended') and ${silence('p')} < current_date - d.days
    union all
    select 'Prospects', x.id, ${silence('x')}, x.owner_user_id from prospects x, district d
      where x.district_id = app_district() and x.stage not in ('joined', 'declined') and ${silence('x')} < current_date - d.days
  ), fresh as (
    insert into cold_alerts (district_id, subject_id, since) select app_district(), id, since from cold
    on conflict do nothing returning subject_id
  ), told as (
    select c.what, u.id as user_id, count(*)::integer as count
    from cold c join fresh f on f.subject_id = c.id
      join users u on u.district_id = app_district() and u.status = 'active'
        and case when exists (select from users w where w.district_id = app_district() and w.id = c.who and w.status = 'active')
          then u.id = c.who else u.role = 'director' end
    group by 1, 2
  ), sent as (
    insert into notifications (district_id, user_id, kind, facts, link)
    select app_district(), user_id, 'pipeline.cold' || what, json_build_object('count', count)::jsonb,
      case what when 'Partnerships' then '/partnerships?flags=goingCold' else '/pipeline?view=list&flags=cold' end
    from told order by user_id, what returning 1
  ) select count(*)::integer as told from sent`)

/** Tells people, once for each spell of silence, which of their partnerships and prospects have gone cold. */
export const tellOfCold = async (db: Db): Promise<number> => (await db.one(tell))!.told // a count always answers
