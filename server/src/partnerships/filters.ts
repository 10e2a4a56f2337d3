/** SQL per filter. `schools` is the caller's own schools: a principal sees partnerships of those only. */
export const filterSql = {
  schools: `exists (select from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any (?::uuid[]))`,
  q: `p.id in (select id from find_partnerships(?))`,
  stage: `p.stage = ?`,
  stages: `p.stage = any (?::text[])`,
  category: `p.category_codes && ?::text[]`,
  scope: `p.scope = ?`,
  formality: `p.formality = ?`,
  intensity: `p.intensity = ?`,
  schoolId: `exists (select from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = ?::uuid)`,
  organizationId: `p.organization_id = ?::uuid`,
  priorityId: `exists (select from partnership_priorities s where s.district_id = p.district_id and s.partnership_id = p.id and s.priority_id = ?::uuid)`,
  leadUserId: `p.lead_user_id = ?::uuid`,
  endsBefore: `p.ends_on <= ?::date and p.stage <> 'ended'`,
  goingCold: `? = (p.stage not in ('paused', 'ended') and coalesce(p.last_contact_on, p.created_at::date) < current_date - (select going_cold_days from districts where id = app_district())::integer)`,
  schoolYearId: `exists (select from partnership_years y where y.district_id = p.district_id and y.partnership_id = p.id and y.school_year_id = ?::uuid and y.status <> 'stopped')`,
  // What can have no reason is left out first: the function looks closer and costs more.
  shouldFormalise: `? = (p.formality = 'informal' and p.stage in ('active', 'expanding', 'renewing')
    and (p.intensity <> 'low'
      or exists (select from intensity_assessments a where a.district_id = p.district_id and a.partnership_id = p.id)
      or exists (select from site_plans s where s.district_id = p.district_id and s.partnership_id = p.id)
      or exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id))
    and formalise_reasons(p.district_id, p.id) <> '{}')`,
  returnOverdue: `? = (p.stage = 'paused' and p.resumes_on is not null and p.resumes_on < current_date)`,
  exitOpen: `? = (p.stage = 'ended' and exists (select from exit_checks x where x.district_id = p.district_id and x.partnership_id = p.id and x.state = 'to_do'))`,
  unaligned: `? = (p.priority_count = 0)`,
  withoutLead: `? = (p.lead_user_id is null)`,
}
