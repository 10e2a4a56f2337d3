-- Anyone outside (or a department inside) the district who helps schools. Types: domain vocabulary A15, C7.
create table organizations (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 200),
  alternate_name text not null default '',
  type text not null default 'nonprofit' check (type in ('nonprofit', 'business', 'higher_ed', 'government', 'health', 'faith', 'grassroots', 'philanthropy', 'law_enforcement', 'juvenile_justice', 'civic', 'family_org', 'student_org', 'teacher_org', 'advisory_group', 'individual_expert', 'district_program')),
  status text not null default 'active' check (status in ('prospect', 'active', 'inactive')),
  geographic_level text check (geographic_level in ('neighborhood', 'local', 'state', 'national')),
  description text not null default '',
  website text not null default '',
  web_domain text generated always as (lower(substring(website from '^(?:https?://)?(?:www\.)?([^/:?#]+)'))) stored,
  email text not null default '',
  phone text not null default '',
  ein text check (ein ~ '^\d{2}-\d{7}$'),
  legal_status text not null default '',
  languages text[] not null default '{}',
  trusted_in_community boolean not null default false,
  source text not null default '',
  external_key text,
  search_text text generated always as (plain_text(name || ' ' || alternate_name)) stored,
  service_count integer not null default 0,
  school_count integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key)
);
create index organizations_by_name on organizations (district_id, name, id);
create index organizations_search on organizations using gin (search_text gin_trgm_ops);
call tenant_table('organizations');

-- Registered identifiers (HSDS organization_identifier), such as US-EIN.
create table organization_identifiers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  scheme text not null,
  identifier text not null,
  primary key (district_id, id),
  unique (district_id, organization_id, scheme, identifier),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
call tenant_table('organization_identifiers');

-- A person at an organisation whom the district talks to.
create table contacts (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text not null default '',
  email text not null default '',
  phone text not null default '',
  phone_extension text not null default '',
  language text,
  is_primary boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index contacts_by_organization on contacts (district_id, organization_id);
call tenant_table('contacts');

-- A place where an organisation works that is not a school (HSDS location with its address).
create table locations (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null default '',
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  address text not null default '',
  city text not null default '',
  state text not null default '',
  postal_code text not null default '',
  country text not null default 'US',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  external_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index locations_by_organization on locations (district_id, organization_id);
call tenant_table('locations');

-- What an organisation offers (HSDS service), classed by category and MTSS tier.
create table services (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  program text not null default '',
  name text not null check (name ~ '\S' and length(name) <= 200),
  description text not null default '',
  category_id uuid not null,
  also_category_ids uuid[] not null default '{}',
  tier smallint not null default 1 check (tier between 1 and 3),
  setting text not null default 'in_school' check (setting in ('in_school', 'after_school', 'weekend', 'summer', 'community_site', 'virtual')),
  audience text not null default 'students' check (audience in ('students', 'families', 'staff')),
  grades text[] not null default '{}',
  languages text[] not null default '{}',
  capacity_unit text not null default 'students',
  status text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  website text not null default '',
  fees text not null default '',
  eligibility text not null default '',
  minimum_age smallint check (minimum_age between 0 and 120),
  maximum_age smallint check (maximum_age between 0 and 120),
  assured_on date,
  source text not null default '',
  external_key text,
  search_text text generated always as (plain_text(name || ' ' || program)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, category_id) references categories (district_id, id)
);
create index services_by_organization on services (district_id, organization_id);
create index services_by_category on services (district_id, category_id);
call tenant_table('services');

-- A service at one place (HSDS service_at_location): a school, or a location of the organisation. Capacity is per
-- site; it counts as supply only when verified (domain 5, gap board).
create table service_sites (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  school_id uuid,
  location_id uuid,
  site_name text not null default '',
  status text not null default 'active' check (status in ('active', 'paused', 'ended')),
  capacity_maximum integer check (capacity_maximum >= 0),
  capacity_available integer check (capacity_available >= 0),
  students_served integer check (students_served >= 0),
  verified_on date,
  schedule_note text not null default '',
  match_confidence real check (match_confidence between 0 and 1),
  source text not null default '',
  external_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  unique nulls not distinct (district_id, service_id, school_id, location_id, site_name),
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, location_id) references locations (district_id, id)
);
create index service_sites_by_school on service_sites (district_id, school_id);
call tenant_table('service_sites');

-- When a service happens (HSDS schedule): days of the week and times, for the service or one of its sites.
create table schedules (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  service_site_id uuid,
  weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'),
  opens_at time,
  closes_at time,
  starts_on date,
  ends_on date,
  description text not null default '',
  primary key (district_id, id),
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, service_site_id) references service_sites (district_id, id) on delete cascade
);
call tenant_table('schedules');
