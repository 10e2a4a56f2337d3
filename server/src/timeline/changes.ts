import type { TimelineKind } from '@common-table/shared/timeline/schemas'
import { namesIn } from '../audit/index.ts'
import type { Source } from './sources.ts'
import { utcText } from './utc-text.ts'

interface Told {
  kind: TimelineKind
  /** `table_name`, record id and partnership of every record whose changes are told. */
  records: string
  /** Tables whose removed rows are told: nothing is left of them but the audit. */
  removed: readonly string[]
}

const ofPartnerships = (table: string): string =>
  `select '${table}' as table_name, x.id, x.partnership_id from ${table} x
    where x.district_id = app_district() and x.partnership_id = any ($1::uuid[])`
const ofAgreements = (table: string): string =>
  `select '${table}', x.id, a.partnership_id from agreements a join ${table} x on x.district_id = a.district_id and x.agreement_id = a.id
    where a.district_id = app_district() and a.partnership_id = any ($1::uuid[])`
const itself = (table: string): string => `select '${table}', p.id, p.id from unnest($1::uuid[]) p (id)`
const ofOrganization = (table: string): string =>
  `select '${table}', x.id, null::uuid from ${table} x where x.district_id = app_district() and x.organization_id = $2 and $3`

const told: readonly Told[] = [
  {
    kind: 'change',
    records: [
      "select 'partnerships' as table_name, p.id, p.id as partnership_id from unnest($1::uuid[]) p (id)",
      itself('partnership_schools'),
      itself('partnership_categories'),
      itself('partnership_services'),
      itself('partnership_priorities'),
      ofPartnerships('contributions'),
      ofPartnerships('volunteer_hours'),
      ofPartnerships('site_plans'),
      ofPartnerships('fundings'),
      ofPartnerships('decisions'),
      "select 'organizations', $2::uuid, null::uuid where $3",
      `select 'organizations', x.id, null::uuid from organization_aliases x
        where x.district_id = app_district() and x.organization_id = $2 and $3`,
      "select 'passports', $2::uuid, null::uuid where $3",
      ofOrganization('contacts'),
      ofOrganization('locations'),
      ofOrganization('services'),
      ofOrganization('organization_contributions'),
      ofOrganization('organization_ties'),
      ofOrganization('organization_identifiers'),
      `select 'service_sites', t.id, null::uuid from services x join service_sites t on t.district_id = x.district_id and t.service_id = x.id
        where x.district_id = app_district() and x.organization_id = $2 and $3`,
      `select 'organization_merges', x.id, null::uuid from organization_merges x
        where x.district_id = app_district() and x.kept_id = $2 and $3`,
    ].join('\n    union all '),
    removed: [
      'contributions',
      'volunteer_hours',
      'site_plans',
      'fundings',
      'contacts',
      'locations',
      'services',
      'organization_contributions',
      'organization_ties',
      'organization_identifiers',
    ],
  },
  {
    kind: 'agreement',
    records: [
      ofPartnerships('agreements'),
      ofPartnerships('visions'),
      ofPartnerships('obligation_dues'),
      ...['agreement_sections', 'obligations', 'agreement_signatures', 'agreement_comments'].map(
        ofAgreements,
      ),
      `select 'vision_versions', n.id, v.partnership_id from visions v join vision_versions n on n.district_id = v.district_id
        and n.vision_id = v.id where v.district_id = app_district() and v.partnership_id = any ($1::uuid[])`,
      `select 'vision_answers', s.id, v.partnership_id from visions v join vision_versions n on n.district_id = v.district_id
        and n.vision_id = v.id join vision_answers s on s.district_id = n.district_id and s.vision_version_id = n.id
        where v.district_id = app_district() and v.partnership_id = any ($1::uuid[])`,
    ].join('\n    union all '),
    removed: ['agreement_sections', 'obligations', 'agreement_comments'],
  },
  {
    kind: 'check_in',
    records: [
      ofPartnerships('meetings'),
      `select 'meeting_actions', x.id, m.partnership_id from meetings m join meeting_actions x on x.district_id = m.district_id
        and x.meeting_id = m.id where m.district_id = app_district() and m.partnership_id = any ($1::uuid[])`,
      `select 'meeting_pulses', m.id, m.partnership_id from meetings m
        where m.district_id = app_district() and m.partnership_id = any ($1::uuid[])`,
    ].join('\n    union all '),
    removed: ['meeting_actions', 'meetings'],
  },
  {
    kind: 'document',
    records: `select 'compliance_documents' as table_name, x.id, null::uuid as partnership_id from compliance_documents x
      where x.district_id = app_district() and x.organization_id = $2`,
    removed: ['compliance_documents'],
  },
]

/** What a removed row can have belonged to. */
const parents = `select unnest($1::uuid[]) as id
    union all select a.id from agreements a where a.district_id = app_district() and a.partnership_id = any ($1::uuid[])
    union all select m.id from meetings m where m.district_id = app_district() and m.partnership_id = any ($1::uuid[])
    union all select $2::uuid where $3`

/** Told elsewhere with more to say: how it began, and the stage with its reason; the days of promises follow from a signature. */
const elsewhere = `(a.action = 'insert' and a.table_name in ('partnerships', 'meetings', 'compliance_documents', 'obligation_dues'))
  or (a.action = 'update' and a.table_name = 'partnerships' and a.changes - '{stage,stage_since,last_contact_on}'::text[] = '{}')
  or (a.action = 'update' and a.table_name = 'meetings' and a.changes - '{status,brief_sent_at,overdue_told_on}'::text[] = '{}')`

/**
 * The stage of a partnership has an entry of its own, with its reason: a change of something else with it tells that alone. Who
 * and when stand beside every entry, and the way to signature is on the agreement's page.
 */
const untold = `case when a.action = 'update' then a.changes
    - '{stage_since,last_contact_on,changed_at,changed_by_name,settled_at,settled_by_name,route}'::text[]
    - case when a.table_name = 'partnerships' then '{stage}'::text[] else '{}'::text[] end else a.changes end`

/**
 * What the audit has of the records of a partnership or partner. Each record's newest changes come from the audit's own
 * index, so that the length of its whole history costs nothing.
 */
export const changeSources: readonly Source[] = told.map(({ kind, records, removed }) => ({
  name: `changes_${kind}`,
  kinds: [kind],
  guarded: true,
  found: `(select a.id, '${kind}' as kind from (${records}) r cross join lateral (
      select a.id from audit_log a where a.district_id = app_district() and a.table_name = r.table_name and a.record_id = r.id
        and ($4::uuid is null or a.id < $4) and not (${elsewhere})
      order by a.id desc limit $5) a
    union all
    select a.id, '${kind}' from (${parents}) r cross join lateral (
      select a.id from audit_log a where a.district_id = app_district() and a.action = 'delete' and a.parent_id = r.id
        and a.table_name in (${removed.map((table) => `'${table}'`).join(', ')}) and ($4::uuid is null or a.id < $4)
      order by a.id desc limit $5) a
    order by 1 desc limit $5)`,
  from: `audit_log a where a.district_id = app_district() and a.id = f.id`,
  item: {
    at: utcText('a.at'),
    code: 'a.action',
    by: 'a.actor_name',
    byKind: 'a.actor_kind',
    change: `json_build_object('table', a.table_name, 'action', a.action, 'changes', ${untold}, 'names', ${namesIn('a')})`,
  },
}))
