-- Something a school asks partners to help with. Counts are of students, never names.
create table needs (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  school_id uuid not null,
  category_id uuid not null,
  school_year_id uuid not null,
  tier smallint not null default 1 check (tier between 1 and 3),
  severity smallint not null check (severity between 1 and 5),
  students_affected integer not null check (students_affected >= 0),
  title text not null check (title ~ '\S' and length(title) <= 140),
  details text not null default '',
  source text not null check (source in ('principal', 'staff', 'family', 'student', 'partner', 'data')),
  evidence jsonb not null default '{}',
  rule_id uuid,
  cannot_meet_alone boolean not null default false,
  status text not null default 'open' check (status in ('suggested', 'open', 'in_progress', 'met', 'partly_met', 'dismissed', 'withdrawn')),
  closed_reason text,
  created_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, category_id) references categories (district_id, id),
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index needs_by_school on needs (district_id, school_id, status);
create index needs_by_status on needs (district_id, status, severity desc, id);
create unique index needs_one_suggestion on needs (district_id, rule_id, school_id, school_year_id) where rule_id is not null;
call tenant_table('needs');
