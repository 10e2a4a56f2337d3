import { listBy } from '../db/list.ts'

const openSchools = `from partnership_schools k where k.district_id = p.district_id and k.partnership_id = p.id
  and not exists (select from school_liaisons i where i.district_id = k.district_id and i.partnership_id = k.partnership_id
    and i.school_id = k.school_id)`
const without = `(select count(*)::integer ${openSchools})`
const missing = `array_remove(array[case when p.lead_user_id is null then 'lead' end, case when p.backup_user_id is null then 'backup' end,
  case when p.partner_lead_id is null then 'partner_lead' end, case when p.partner_backup_id is null then 'partner_backup' end,
  case when exists (select ${openSchools}) then 'liaison' end], null)`

/** Partnerships from `active` on that count on nobody in some role (domain E3). */
export const gapList = listBy({
  alias: 'p',
  from: 'partnerships p',
  where: `p.stage in ('active', 'expanding', 'renewing') and cardinality(${missing}) > 0`,
  filters: { role: `? = any (${missing})` },
  sorts: {
    name: [
      ['p.name', 'text'],
      ['p.id', 'uuid'],
    ],
  },
  joins: 'join organizations o on o.district_id = p.district_id and o.id = p.organization_id',
  item: `json_build_object('partnership', json_build_object('id', p.id, 'name', p.name),
    'organization', json_build_object('id', o.id, 'name', o.name), 'stage', p.stage, 'missing', ${missing},
    'schoolsWithoutLiaison', ${without}, 'studentsReached', p.students_reached)`,
})

/** Changes of people, the latest last day first. */
export const departureList = listBy({
  alias: 'd',
  from: 'departures d',
  filters: {},
  sorts: {
    day: [
      ['d.last_day', 'date'],
      ['d.id', 'uuid'],
    ],
  },
  item: `json_build_object('id', d.id, 'personName', d.person_name, 'lastDay', d.last_day, 'createdByName', d.created_by_name,
    'partnerships', (select count(distinct m.partnership_id) from departure_moves m where m.district_id = d.district_id and m.departure_id = d.id),
    'openTasks', (select count(*) from reconfirm_tasks t where t.district_id = d.district_id and t.departure_id = d.id and t.done_at is null))`,
})
