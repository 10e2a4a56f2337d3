-- A school year, `2024-25`. Every measurement, need and service hour belongs to one.
create table school_years (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  label text not null check (label ~ '^\d{4}-\d{2}$'),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, label)
);
call tenant_table('school_years');

-- A stretch of a school year that figures are reported for: the year itself, a quarter, a semester, a month.
create table periods (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  school_year_id uuid not null,
  kind text not null check (kind in ('year', 'semester', 'quarter', 'month')),
  ordinal smallint not null check (ordinal between 1 and 12),
  label text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  primary key (district_id, id),
  unique (district_id, school_year_id, kind, ordinal),
  foreign key (district_id, school_year_id) references school_years (district_id, id) on delete cascade
);
call tenant_table('periods');

-- A goal of the district that partnerships align to (A1).
create table priorities (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  title text not null check (title ~ '\S' and length(title) <= 140),
  description text not null default '',
  position smallint not null default 0,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id)
);
call tenant_table('priorities');

-- A kind of service, in the district's own list. `code` maps to the standard vocabularies.
create table categories (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  group_code text not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  name_es text not null default '',
  synonyms text[] not null default '{}',
  tiers smallint[] not null default '{1,2}',
  unit text not null default 'students',
  open_eligibility jsonb not null default '[]',
  airs_letters text[] not null default '{}',
  position smallint not null default 0,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, code),
  check (tiers <@ '{1,2,3}' and cardinality(tiers) between 1 and 3)
);
call tenant_table('categories');
