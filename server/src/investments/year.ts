import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** SQL of the school year asked for, else the one of today, else the latest that has begun. */
export const yearOr = (
  place: string,
): string => `coalesce(${place}::uuid, (select y.id from school_years y join districts d on d.id = y.district_id
    where y.district_id = app_district() and y.starts_on <= (now() at time zone d.time_zone)::date order by y.starts_on desc limit 1))`

const day = statement<{ id: string | null; future: boolean }>(`select (select y.id from school_years y
    where y.district_id = d.id and $1::date between y.starts_on and y.ends_on order by y.starts_on desc limit 1) as id,
    $1::date > (now() at time zone d.time_zone)::date as future
  from districts d where d.id = app_district()`)
/** The school year hours of a day belong to; refused for days to come and days before the calendar begins. */
export const yearOf = async (db: Db, workedOn: string): Promise<string> => {
  const found = await db.one(day, [workedOn])
  if (found?.future)
    throw fieldProblem('workedOn', 'This day is still to come. Report hours once they were given.', 'future')
  if (!found?.id)
    throw fieldProblem('workedOn', 'This day lies in none of your school years. Check the year.', 'range')
  return found.id
}
