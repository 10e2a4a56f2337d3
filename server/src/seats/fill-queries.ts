import type { NewSeatFill, SignedHours } from '@common-table/shared/seats/offer-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const insert =
  statement(`insert into seat_fills (district_id, offer_id, school_id, pathway, placed, said_by, said_by_name)
  select app_district(), $1, s.id, $3, $4, $5, $6 from schools s where s.district_id = app_district() and s.id = $2
  on conflict (district_id, offer_id, school_id, pathway, said_by) do nothing`)
/** Answers whether it is a new group. */
export const insertFill = async (
  db: Db,
  offerId: string,
  { schoolId, pathway, placed }: NewSeatFill,
  saidBy: 'district' | 'partner',
  by: string,
): Promise<boolean> => (await db.run(insert, [offerId, schoolId, pathway, placed, saidBy, by])) > 0

export interface HeldFill {
  id: string
  offerId: string
  schoolId: string
  pathway: string
  placed: number
  saidBy: 'district' | 'partner'
  signed: boolean
  version: number
}
const columns = `f.id, f.offer_id as "offerId", f.school_id as "schoolId", f.pathway, f.placed, f.said_by as "saidBy",
  f.signed_at is not null as signed, f.version`
const one =
  statement<HeldFill>(`select ${columns} from seat_fills f where f.district_id = app_district() and f.id = $1
  and ($2::uuid[] is null or f.school_id = any ($2))`)
export const fillOf = (db: Db, scope: readonly string[] | null, fillId: string) =>
  db.one(one, [fillId, scope])

const said =
  statement<HeldFill>(`select ${columns} from seat_fills f where f.district_id = app_district() and f.offer_id = $1
  and f.school_id = $2 and f.pathway = $3 and f.said_by = $4`)
export const groupOf = (
  db: Db,
  offerId: string,
  { schoolId, pathway }: NewSeatFill,
  saidBy: 'district' | 'partner',
) => db.one(said, [offerId, schoolId, pathway, saidBy])

const resize = statement(
  `update seat_fills set placed = $3 where district_id = app_district() and id = $1 and version = $2`,
)
export const resizeFill = async (db: Db, fillId: string, version: number, placed: number) =>
  (await db.run(resize, [fillId, version, placed])) > 0

const remove = statement(
  `delete from seat_fills where district_id = app_district() and id = $1 and version = $2`,
)
export const deleteFill = async (db: Db, fillId: string, version: number) =>
  (await db.run(remove, [fillId, version])) > 0

const sign =
  statement(`update seat_fills set signed_people = $3, signed_hours = $4, signed_reached = $5, signed_note = $6,
    signed_by_name = $7, signed_at = now()
  where district_id = app_district() and id = $1 and version = $2`)
export const signFill = async (
  db: Db,
  fillId: string,
  version: number,
  { people, hours, reached, note = '' }: SignedHours,
  by: string,
) => (await db.run(sign, [fillId, version, people, hours, reached, note.trim(), by])) > 0
