import type { Desk } from '@common-table/shared/boards/desk-schemas'
import { riskDays } from '@common-table/shared/reports/kinds'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { own } from './sql-parts.ts'

/** As the database counts it: nobody is withheld yet. */
export type DeskGround = Pick<Desk, 'pipeline' | 'agreements'> & {
  threshold: number
  renewals: Omit<Desk['renewals'], 'students'>
  placements: Omit<Desk['placements'], 'students'>
  quiet: Omit<Desk['quiet'], 'students'>
  students: { ending: number; placed: number; quiet: number }
}

const dayOf = (moment: string): string => `(${moment} at time zone d.time_zone)::date`
const open = `p.stage not in ('joined', 'declined')`
const underWay = `a.stage in ('draft', 'legal', 'risk', 'board', 'signatures')`
const counted = (stages: string, from: string, where: string): string =>
  `(select coalesce(json_agg(json_build_object('stage', s.stage, 'count', s.n) order by array_position('{${stages}}', s.stage)), '[]')
    from (select stage, count(*)::integer as n from ${from} where ${where} group by stage) s)`

// $1: the first day of the quarter. $2: of the one before.
const ground = statement<{ ground: string }>(`with d as materialized (
    select id, time_zone, suppression_threshold, going_cold_days, (now() at time zone time_zone)::date as today from districts where id = app_district()
  ), signed as materialized (
    select ${dayOf('t.entered_at')} as day from d join agreement_stays t on ${own('t')} and t.stage = 'signed' and ${dayOf('t.entered_at')} >= $2::date
  ), ending as materialized (
    select a.id, a.partnership_id, exists (select from agreements n where ${own('n')} and n.from_agreement_id = a.id and n.kind = 'renewal'
        and n.stage <> 'withdrawn') as begun
    from d join agreements a on ${own('a')} and a.stage = 'signed' and not a.renews and a.last_day is null
      and a.ends_on between d.today and d.today + ${riskDays}
  ), placed as materialized (
    select r.accepted, ${dayOf('r.decided_at')} as day from d join placement_rows r on ${own('r')} and r.decision = 'accepted' and ${dayOf('r.decided_at')} >= $2::date
  ), running as materialized (
    select p.id, coalesce(p.students_reached, 0) as students, coalesce(p.last_contact_on, p.starts_on, ${dayOf('p.created_at')}) < d.today - d.going_cold_days as quiet
    from d join partnerships p on ${own('p')} and p.stage in ('active', 'expanding', 'renewing')
  )
  select json_build_object('threshold', d.suppression_threshold,
    'pipeline', json_build_object(
      'open', (select json_build_object('now', count(*) filter (where ${open}), 'before', nullif(count(*) filter (where ${dayOf('p.created_at')} < $1::date
          and (${open} or p.stage_since >= $1::date)), 0)) from prospects p where ${own('p')}),
      'offers', (select count(*) from offers f where ${own('f')} and f.status in ('new', 'suspected')),
      'stages', ${counted('identified,contacted,talking,willing', 'prospects p', `${own('p')} and ${open}`)}),
    'agreements', json_build_object('underWay', (select count(*) from agreements a where ${own('a')} and ${underWay}),
      'stuck', (select count(*) from agreements a join stage_limits() l on l.stage = a.stage and l.intensity = a.intensity
        where ${own('a')} and ${underWay} and a.stage_since < now() - make_interval(days => l.limit_days + 1)),
      'signed', (select json_build_object('now', count(*) filter (where day >= $1::date), 'before', count(*) filter (where day < $1::date)) from signed),
      'stages', ${counted('draft,legal,risk,board,signatures', 'agreements a', `${own('a')} and ${underWay}`)}),
    'renewals', (select json_build_object('days', ${riskDays}, 'ending', count(*) filter (where not begun), 'begun', count(*) filter (where begun)) from ending),
    'placements', json_build_object('undecided', (select count(*) from placement_rows r where ${own('r')} and r.decision = 'open' and r.plan_id = (
          select l.id from placement_plans l where ${own('l')} and l.status = 'ready' order by l.id desc limit 1)),
      'placed', (select json_build_object('now', count(*) filter (where day >= $1::date), 'before', count(*) filter (where day < $1::date)) from placed)),
    'quiet', (select json_build_object('days', d.going_cold_days, 'count', count(*) filter (where quiet), 'running', count(*)) from running),
    'students', json_build_object(
      'ending', (select coalesce(sum(p.students_reached), 0) from partnerships p where ${own('p')} and p.id in (select partnership_id from ending where not begun)),
      'placed', (select coalesce(sum(accepted), 0) from placed where day >= $1::date),
      'quiet', (select coalesce(sum(students), 0) from running where quiet)))::text as ground
  from d`)

/** The sums of a director's desk. */
export const deskGround = async (db: Db, quarterBegan: string, before: string): Promise<DeskGround> =>
  JSON.parse((await db.one(ground, [quarterBegan, before]))!.ground) as DeskGround // the district is there
