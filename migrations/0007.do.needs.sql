-- Whom a need is for as one key, empty for the school as a whole: needs of one group speak of the same students.
-- Immutable on purpose: text of text never depends on a setting.
create function need_group(grades text[], population text) returns text
  language sql immutable parallel safe
  return case when cardinality(grades) > 0 or population is not null
    then array_to_string(grades, ',') || '/' || coalesce(population, '') else '' end;

-- Something a school asks partners to help with. Counts are of students, never names; null where nobody could say.
create table needs (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  school_id uuid not null,
  category_id uuid not null,
  school_year_id uuid not null,
  tier smallint not null default 1 check (tier between 1 and 3),
  severity smallint not null check (severity between 1 and 5),
  students_affected integer check (students_affected >= 0),
  grades text[] not null default '{}',
  population text check (population in ('english_learners', 'students_with_disabilities', 'foster_care', 'temporary_housing', 'low_income', 'newcomers', 'justice_involved', 'pregnant_parenting')),
  group_key text not null generated always as (need_group(grades, population)) stored,
  title text not null check (title ~ '\S' and length(title) <= 140),
  details text not null default '',
  source text not null check (source in ('principal', 'staff', 'family', 'student', 'partner', 'data')),
  evidence jsonb not null default '{}',
  rule_id uuid,
  cannot_meet_alone boolean not null default false,
  status text not null default 'open' check (status in ('suggested', 'open', 'in_progress', 'met', 'dismissed', 'withdrawn')),
  closed_reason text,
  closed_at timestamptz,
  created_by uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, category_id) references categories (district_id, id),
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index needs_by_school on needs (district_id, school_id, category_id, status);
create index needs_by_status on needs (district_id, status, severity desc, id);
create index needs_by_severity on needs (district_id, severity, id);
create index needs_by_students on needs (district_id, coalesce(students_affected, -1), id);
-- What figures suggest is said once a year for a school, category and tier, however many rules agree.
create unique index needs_one_suggestion on needs (district_id, school_year_id, school_id, category_id, tier) where rule_id is not null;
call tenant_table('needs');
