/**
 * The records as PostgreSQL writes them, in the shapes of shared/src/organizations. Empty text is null where the
 * schema says so.
 */
export const organizationFields = (o: string): string => `
  'id', ${o}.id, 'name', ${o}.name, 'alternateName', ${o}.alternate_name, 'type', ${o}.type, 'status', ${o}.status,
  'geographicLevel', ${o}.geographic_level, 'description', ${o}.description, 'email', nullif(${o}.email, ''),
  'legalStatus', ${o}.legal_status, 'sectors', ${o}.sectors, 'formerNames', ${o}.former_names, 'languages', ${o}.languages, 'trustedInCommunity', ${o}.trusted_in_community,
  'website', nullif(${o}.website, ''), 'phone', nullif(${o}.phone, ''),
  'phoneExtension', nullif(${o}.phone_extension, ''), 'ein', ${o}.ein, 'source', ${o}.source,
  'serviceCount', ${o}.service_count, 'schoolCount', ${o}.school_count, 'updatedAt', ${o}.updated_at,
  'version', ${o}.version`

export const contactJson = (c: string): string => `json_build_object(
  'id', ${c}.id, 'name', ${c}.name, 'title', nullif(${c}.title, ''), 'email', nullif(${c}.email, ''),
  'phone', nullif(${c}.phone, ''), 'phoneExtension', nullif(${c}.phone_extension, ''), 'language', ${c}.language,
  'isPrimary', ${c}.is_primary, 'version', ${c}.version)`

export const locationJson = (l: string): string => `json_build_object(
  'id', ${l}.id, 'name', ${l}.name, 'locationType', ${l}.location_type, 'address', ${l}.address, 'city', ${l}.city,
  'state', ${l}.state, 'postalCode', ${l}.postal_code, 'country', ${l}.country, 'latitude', ${l}.latitude,
  'longitude', ${l}.longitude, 'version', ${l}.version)`

export const identifierJson = (i: string): string =>
  `json_build_object('id', ${i}.id, 'scheme', ${i}.scheme, 'identifier', ${i}.identifier)`

/** Schedules of a service under a condition on `d`, in the order they were given. */
const schedulesJson = (condition: string, service: string): string =>
  `coalesce((select json_agg(json_build_object('weekdays', d.weekdays,
      'opensAt', to_char(d.opens_at, 'HH24:MI'), 'closesAt', to_char(d.closes_at, 'HH24:MI'),
      'startsOn', d.starts_on, 'endsOn', d.ends_on, 'description', d.description) order by d.id)
    from schedules d where d.district_id = app_district() and d.service_id = ${service} and ${condition}), '[]')`

export const siteJson = (t: string): string => `json_build_object(
  'id', ${t}.id, 'serviceId', ${t}.service_id,
  'school', (select json_build_object('id', h.id, 'name', h.name) from schools h
    where h.district_id = app_district() and h.id = ${t}.school_id),
  'location', (select json_build_object('id', l.id, 'name', coalesce(nullif(l.name, ''), l.address)) from locations l
    where l.district_id = app_district() and l.id = ${t}.location_id),
  'siteName', ${t}.site_name, 'status', ${t}.status, 'capacityMaximum', ${t}.capacity_maximum,
  'capacityAvailable', ${t}.capacity_available, 'studentsServed', ${t}.students_served,
  'verifiedOn', ${t}.verified_on, 'scheduleNote', ${t}.schedule_note,
  'schedules', ${schedulesJson(`d.service_site_id = ${t}.id`, `${t}.service_id`)}, 'version', ${t}.version)`

/** `schools` is the parameter of the caller's own schools; null sees the sites at every school. */
export const serviceJson = (s: string, schools: string): string => `json_build_object(
  'id', ${s}.id, 'organizationId', ${s}.organization_id, 'name', ${s}.name, 'program', ${s}.program,
  'description', ${s}.description, 'categoryId', ${s}.category_id, 'alsoCategoryIds', ${s}.also_category_ids,
  'tier', ${s}.tier, 'setting', ${s}.setting, 'audience', ${s}.audience, 'grades', ${s}.grades,
  'languages', ${s}.languages, 'capacityUnit', ${s}.capacity_unit, 'status', ${s}.status,
  'website', nullif(${s}.website, ''), 'fees', ${s}.fees, 'eligibility', ${s}.eligibility,
  'minimumAge', ${s}.minimum_age, 'maximumAge', ${s}.maximum_age, 'reachKm', ${s}.reach_km, 'assuredOn', ${s}.assured_on,
  'schedules', ${schedulesJson('d.service_site_id is null', `${s}.id`)},
  'sites', coalesce((select json_agg(${siteJson('t')} order by t.status = 'ended', t.id)
    from service_sites t where t.district_id = app_district() and t.service_id = ${s}.id
      and (${schools}::uuid[] is null or t.school_id is null or t.school_id = any (${schools}))), '[]'),
  'version', ${s}.version)`
