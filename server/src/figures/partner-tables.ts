import {
  ofPartnership,
  ofSchool,
  ownPartnership,
  ownSchool,
  schoolsOf,
  serviceOf,
  updated,
  year,
  type TableSource,
} from './table-source.ts'

/** What figures read of partners, partnerships and the papers between them. */
export const partnerTables = {
  agreement_standards: { changed: 'null::timestamptz', audited: false, of: {} },
  agreement_stays: {
    changed: 'coalesce(t.left_at, t.entered_at)',
    audited: true,
    of: {},
    own: `exists (select from agreements a where a.district_id = t.district_id and a.id = t.agreement_id
      and ${schoolsOf('= any (?)', 'a.partnership_id')})`,
  },
  agreements: { ...updated, ...ownPartnership, of: ofPartnership },
  compliance_documents: { ...updated, of: { organizationId: 't.organization_id = ?' } },
  contributions: { ...updated, ...ownPartnership, of: { ...ofPartnership, schoolYear: year } },
  fundings: { ...updated, ...ownPartnership, of: ofPartnership },
  meeting_pulses: {
    changed: 't.answered_at',
    audited: false,
    of: {
      partnershipId: `exists (select from meetings m where m.district_id = t.district_id and m.id = t.meeting_id and m.partnership_id = ?)`,
    },
    own: `exists (select from meetings m where m.district_id = t.district_id and m.id = t.meeting_id
      and ${schoolsOf('= any (?)', 'm.partnership_id')})`,
  },
  meetings: { ...updated, ...ownPartnership, of: { ...ofPartnership, schoolYear: year } },
  obligation_dues: { ...updated, ...ownPartnership, of: ofPartnership },
  obligations: {
    ...updated,
    of: {
      partnershipId: `exists (select from agreements a where a.district_id = t.district_id and a.id = t.agreement_id and a.partnership_id = ?)`,
    },
    own: `exists (select from agreements a where a.district_id = t.district_id and a.id = t.agreement_id
      and ${schoolsOf('= any (?)', 'a.partnership_id')})`,
  },
  organizations: { ...updated, files: 'change-set', of: { organizationId: 't.id = ?' } },
  outreach_steps: { ...updated, of: {} },
  partnership_priorities: {
    changed:
      '(select p.updated_at from partnerships p where p.district_id = t.district_id and p.id = t.partnership_id)',
    audited: false,
    of: {},
    ...ownPartnership,
  },
  partnership_schools: {
    changed:
      '(select p.updated_at from partnerships p where p.district_id = t.district_id and p.id = t.partnership_id)',
    audited: false,
    own: 't.school_id = any (?)',
    of: { schoolId: 't.school_id = ?', partnershipId: 't.partnership_id = ?' },
  },
  partnership_years: { ...updated, ...ownPartnership, of: { ...ofPartnership, schoolYear: year } },
  partnerships: {
    ...updated,
    own: schoolsOf('= any (?)', 't.id'),
    of: {
      partnershipId: 't.id = ?',
      organizationId: 't.organization_id = ?',
      schoolId: schoolsOf('= ?', 't.id'),
    },
  },
  priorities: { ...updated, only: 't.active', of: {} },
  prospects: { ...updated, of: { organizationId: 't.organization_id = ?' } },
  quality_reviews: { ...updated, ...ownPartnership, of: ofPartnership },
  requirements: { changed: 't.updated_at', audited: false, of: {} },
  rollovers: { changed: 't.updated_at', audited: true, of: {} },
  school_liaisons: { changed: 'null::timestamptz', audited: false, ...ownSchool, of: ofSchool },
  service_sites: {
    ...updated,
    files: 'change-set',
    own: 't.school_id = any (?)',
    of: {
      ...ofSchool,
      serviceId: 't.service_id = ?',
      organizationId: serviceOf('v.organization_id = ?'),
      categoryId: serviceOf('v.category_id = ?'),
    },
  },
  services: {
    ...updated,
    files: 'change-set',
    of: {
      serviceId: 't.id = ?',
      organizationId: 't.organization_id = ?',
      categoryId: 't.category_id = ?',
    },
  },
  site_plans: {
    ...updated,
    own: 't.school_id = any (?)',
    of: { partnershipId: 't.partnership_id = ?', schoolId: 't.school_id = ?', schoolYear: year },
  },
  volunteer_hours: { ...updated, ...ownPartnership, of: { ...ofPartnership, schoolYear: year } },
} as const satisfies Readonly<Record<string, TableSource>>
