import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from './sql-parts.ts'

const feed = `json_build_object('id', f.id, 'createdAt', ${utc('f.created_at')}, 'lastUsedAt', ${utc('f.last_used_at')},
  'partnership', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end)`
const joins = 'left join partnerships p on p.district_id = f.district_id and p.id = f.partnership_id'

const own = statement<{
  items: string
}>(`select coalesce(json_agg(${feed} order by f.id), '[]')::text as items
  from calendar_feeds f ${joins} where f.district_id = app_district() and f.user_id = $1 and f.revoked_at is null`)
export const feedsOf = async (db: Db, userId: string) => (await db.one(own, [userId]))!.items // an aggregate answers one row

interface FeedRow {
  id: string
  partnership: { id: string; name: string } | null
  createdAt: string
  lastUsedAt: string | null
}
const make = statement<{ feed: FeedRow }>(`with f as (
    insert into calendar_feeds (district_id, user_id, partnership_id, secret_hash) values (app_district(), $1, $2, $3) returning *)
  select ${feed} as feed from f ${joins}`)
export const insertFeed = async (db: Db, userId: string, partnershipId: string | null, hash: string) =>
  (await db.one(make, [userId, partnershipId, hash]))!.feed // an insert returns its row

const revoke = statement(`update calendar_feeds set revoked_at = now()
  where district_id = app_district() and id = $1 and user_id = $2 and revoked_at is null`)
export const revokeFeed = async (db: Db, id: string, userId: string) =>
  (await db.run(revoke, [id, userId])) > 0

export interface FeedMeeting {
  id: string
  kind: 'check_in' | 'council' | 'convening'
  title: string
  partnership: string | null
  organization: string | null
  council: string | null
  place: string
  stamp: string
  start: string
  end: string
  sequence: number
  cancelled: boolean
}
export interface FeedContent {
  id: string
  name: string
  locale: 'en' | 'es'
  meetings: FeedMeeting[]
}
/**
 * What a feed shows, found by the hash of its address: of a partnership its check-ins; of a person the check-ins they lead
 * or that are at their schools, the councils they sit on, and the convenings. Only what its owner may still see: an
 * account switched off closes its feeds.
 */
const content =
  statement<FeedContent>(`select f.id, u.locale, coalesce(p.name, u.name || ' · ' || d.name) as name,
    (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'partnership', q.name,
        'organization', o.name, 'council', c.name, 'place', m.place, 'stamp', ${utc('m.updated_at')},
        'start', ${utc('(m.day + m.start_time) at time zone d.time_zone')},
        'end', ${utc("((m.day + m.start_time) at time zone d.time_zone + m.minutes * interval '1 minute')")},
        'sequence', m.sequence, 'cancelled', m.status = 'cancelled') order by m.day, m.start_time, m.id), '[]')
      from meetings m left join partnerships q on q.district_id = m.district_id and q.id = m.partnership_id
        left join organizations o on o.district_id = q.district_id and o.id = q.organization_id
        left join councils c on c.district_id = m.district_id and c.id = m.council_id
      where m.district_id = f.district_id and m.day between district_today() - 90 and district_today() + 400
        and case when f.partnership_id is not null then m.partnership_id = f.partnership_id
              and (u.role <> 'school' or exists (select from partnership_schools s join user_schools us
                on us.district_id = s.district_id and us.school_id = s.school_id and us.user_id = u.id
                where s.district_id = m.district_id and s.partnership_id = m.partnership_id))
            else m.kind = 'convening' or q.lead_user_id = u.id
              or exists (select from council_members x where x.district_id = m.district_id and x.council_id = m.council_id and x.user_id = u.id)
              or (u.role = 'school' and exists (select from partnership_schools s join user_schools us
                on us.district_id = s.district_id and us.school_id = s.school_id and us.user_id = u.id
                where s.district_id = m.district_id and s.partnership_id = m.partnership_id)) end) as meetings
  from calendar_feeds f join users u on u.district_id = f.district_id and u.id = f.user_id and u.status = 'active' and u.role <> 'partner'
    join districts d on d.id = f.district_id
    left join partnerships p on p.district_id = f.district_id and p.id = f.partnership_id
  where f.district_id = app_district() and f.secret_hash = $1 and f.revoked_at is null`)
export const feedContent = (db: Db, hash: string) => db.one(content, [hash])

const used = statement(`update calendar_feeds set last_used_at = now()
  where district_id = app_district() and id = $1 and (last_used_at is null or last_used_at < now() - interval '1 hour')`)
export const noteFeedUsed = (db: Db, id: string) => db.run(used, [id])
