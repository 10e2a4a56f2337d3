import { ofSchool, ownSchool, updated, year, inYear, type TableSource } from './table-source.ts'

/** What figures read of schools, their needs, measurements and what is offered to them. */
export const schoolTables = {
  activities: {
    ...updated,
    ...ownSchool,
    of: {
      ...ofSchool,
      serviceId: 't.service_id = ?',
      partnershipId: 't.partnership_id = ?',
      schoolYear: inYear('t.happens_on'),
    },
  },
  barriers: { changed: 't.updated_at', audited: false, of: {} },
  delivery_poll_answers: { ...updated, of: { pollId: 't.delivery_poll_id = ?' } },
  delivery_polls: { ...updated, of: { pollId: 't.id = ?' } },
  equity_versions: { ...updated, only: 't.id = current_equity_version()', of: {} },
  goal_nodes: { ...updated, of: {} },
  help_requests: { ...updated, ...ownSchool, of: ofSchool },
  imports: { changed: 'coalesce(t.finished_at, t.updated_at)', audited: true, of: { importId: 't.id = ?' } },
  measurements: {
    changed: 't.recorded_at',
    audited: false,
    files: 'in-row',
    byMetric: `(select c.replaced_by_name from measurement_corrections c where c.district_id = app_district()
      and c.metric_id = ? and c.replaced_at = n.at order by c.id desc limit 1)`,
    own: '(t.school_id is null or t.school_id = any (?))',
    of: {
      metricId: 't.metric_id = ?',
      periodId: 't.period_id = ?',
      schoolId: 't.school_id = ?',
      schoolYear: `exists (select from periods q join school_years y on y.district_id = q.district_id and y.id = q.school_year_id
        where q.district_id = t.district_id and q.id = t.period_id and y.label = ?)`,
    },
  },
  metrics: { ...updated, of: { metricId: 't.id = ?' } },
  mismatches: {
    ...updated,
    ...ownSchool,
    of: { ...ofSchool, organizationId: 't.organization_id = ?' },
  },
  need_barriers: {
    changed: '(select n.updated_at from needs n where n.district_id = t.district_id and n.id = t.need_id)',
    audited: false,
    of: {
      schoolId:
        'exists (select from needs n where n.district_id = t.district_id and n.id = t.need_id and n.school_id = ?)',
    },
    own: 'exists (select from needs n where n.district_id = t.district_id and n.id = t.need_id and n.school_id = any (?))',
  },
  need_rules: { ...updated, of: {} },
  needs: {
    ...updated,
    ...ownSchool,
    only: "t.status in ('open', 'in_progress')",
    of: {
      ...ofSchool,
      needId: 't.id = ?',
      categoryId: 't.category_id = ?',
      schoolYear: year,
      partnershipId: `exists (select from partnership_schools s where s.district_id = t.district_id
        and s.partnership_id = ? and s.school_id = t.school_id)`,
    },
  },
  objectives: { ...updated, of: { objectiveId: 't.id = ?' } },
  offer_placements: { ...updated, ...ownSchool, of: { ...ofSchool, offerId: 't.offer_id = ?' } },
  offers: { ...updated, of: { offerId: 't.id = ?' } },
  placement_plans: { ...updated, of: { planId: 't.id = ?' } },
  placement_rows: { ...updated, ...ownSchool, of: { planId: 't.plan_id = ?' } },
  releases: { ...updated, of: { releaseId: 't.id = ?' } },
  replies: {
    ...updated,
    own: '(t.school_id is null or t.school_id = any (?))',
    of: { roundId: 't.round_id = ?', schoolId: 't.school_id = ?', organizationId: 't.organization_id = ?' },
  },
  reports: { ...updated, of: { reportId: 't.id = ?' } },
  review_items: { ...updated, of: { importId: 't.import_id = ?' } },
  rounds: { ...updated, of: { roundId: 't.id = ?' } },
  schools: { ...updated, files: 'change-set', own: 't.id = any (?)', of: { schoolId: 't.id = ?' } },
  seat_demands: { ...updated, ...ownSchool, of: { ...ofSchool, schoolYear: year } },
  seat_fills: { ...updated, ...ownSchool, of: ofSchool },
  seat_offers: {
    ...updated,
    own: '(t.school_id is null or t.school_id = any (?))',
    of: {
      schoolId: '(t.school_id is null or t.school_id = ?)',
      organizationId: 't.organization_id = ?',
      schoolYear: year,
    },
  },
  targets: {
    ...updated,
    own: '(t.school_id is null or t.school_id = any (?))',
    of: { metricId: 't.metric_id = ?', schoolId: '(t.school_id is null or t.school_id = ?)' },
  },
} as const satisfies Readonly<Record<string, TableSource>>
