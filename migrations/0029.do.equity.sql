-- How needy a district finds each of its schools, as of a day: which figures count, how much, and who said so.
create table equity_versions (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  number integer not null check (number >= 1),
  scaling text not null check (scaling in ('percentile_rank', 'min_max')),
  indicators jsonb not null,
  note text not null default '' check (length(note) <= 500),
  created_by uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, number)
);
call tenant_table('equity_versions');

-- What a version says of a school (shared/src/equity/equity-index.ts). Without a score where no figure is known.
create table equity_scores (
  district_id uuid not null,
  version_id uuid not null,
  school_id uuid not null,
  score double precision check (score between 0 and 100.000001),
  rank integer check (rank >= 1),
  tier text check (tier in ('highest', 'high', 'moderate', 'low', 'lowest')),
  known double precision not null,
  missing text[] not null default '{}',
  contributions jsonb not null,
  check ((score is null) = (rank is null) and (score is null) = (tier is null)),
  primary key (district_id, version_id, school_id),
  foreign key (district_id, version_id) references equity_versions (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade
);
create index equity_scores_by_rank on equity_scores (district_id, version_id, coalesce(rank, 2147483647), school_id);
create index equity_scores_by_school on equity_scores (district_id, school_id, version_id);
call tenant_table('equity_scores', audited => false);

-- The version that counts: the last one kept.
create function current_equity_version() returns uuid
  language sql stable
  return (select id from equity_versions where district_id = app_district() order by number desc limit 1);
