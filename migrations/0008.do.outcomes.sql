-- A metric: what is counted over what, and what better means. Definitions are the district's own, versioned.
create table metrics (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,60}$'),
  name text not null check (name ~ '\S' and length(name) <= 140),
  name_es text not null default '',
  family text not null check (family in ('attendance', 'grades', 'tests', 'graduation', 'discipline', 'engagement', 'survey', 'participation', 'context')),
  numerator text not null default '',
  denominator text not null default '',
  unit text not null check (unit in ('percent', 'count', 'score', 'hours', 'ratio')),
  direction text not null check (direction in ('higher_is_better', 'lower_is_better', 'neutral')),
  level text not null default 'population' check (level in ('population', 'performance')),
  rba text not null default 'better_off' check (rba in ('how_much', 'how_well', 'better_off')),
  period_kind text not null default 'year' check (period_kind in ('year', 'semester', 'quarter', 'month')),
  decimals smallint not null default 1 check (decimals between 0 and 4),
  source text not null default '',
  owner text not null default '',
  on_dashboard boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, code)
);
call tenant_table('metrics');

-- A student group figures are broken down by. `all` is everyone; the groups of one dimension share them out among them.
create table student_groups (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[a-z][a-z0-9_]{0,60}$'),
  dimension text not null default 'own' check (dimension ~ '^[a-z][a-z_]{0,40}$'),
  name text not null,
  name_es text not null default '',
  position smallint not null default 0,
  primary key (district_id, id),
  unique (district_id, code)
);
call tenant_table('student_groups');

-- One figure: metric × school (null: the whole district) × group × period. Aggregates only. A figure its source
-- suppressed stays suppressed; a capped one keeps its bound and has no number.
create table measurements (
  district_id uuid not null references districts,
  metric_id uuid not null,
  school_id uuid,
  group_id uuid not null,
  period_id uuid not null,
  status text not null default 'reported' check (status in ('reported', 'suppressed', 'missing', 'above', 'below')),
  value double precision,
  numerator double precision,
  denominator double precision,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  check (value is null or status in ('reported', 'above', 'below')),
  unique nulls not distinct (district_id, metric_id, period_id, group_id, school_id),
  foreign key (district_id, metric_id) references metrics (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, group_id) references student_groups (district_id, id),
  foreign key (district_id, period_id) references periods (district_id, id)
);
create index measurements_by_school on measurements (district_id, school_id, metric_id, period_id);
call tenant_table('measurements', audited => false);

-- What a measurement said before it was corrected, and by which import.
create table measurement_corrections (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  metric_id uuid not null,
  school_id uuid,
  group_id uuid not null,
  period_id uuid not null,
  status text not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  import_id uuid,
  recorded_at timestamptz not null,
  replaced_by uuid,
  replaced_by_name text not null default '',
  replaced_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index measurement_corrections_by_import on measurement_corrections (district_id, replaced_by);
create index measurement_corrections_by_metric on measurement_corrections (district_id, metric_id, id desc);
call tenant_table('measurement_corrections', audited => false);

-- Sums of the school figures of a metric, group and period, kept by the same statement that writes the figures, so
-- that no reader scans measurements. `sized` figures state the people behind them: `numerator` sums those who meet the
-- measure where the source says so, `weighted_sum` value times people where it does not.
create table measurement_sums (
  district_id uuid not null,
  metric_id uuid not null,
  group_id uuid not null,
  period_id uuid not null,
  reported integer not null default 0,
  withheld integer not null default 0,
  sized integer not null default 0,
  value_sum double precision not null default 0,
  weighted_sum double precision not null default 0,
  weight double precision not null default 0,
  numerator double precision not null default 0,
  primary key (district_id, metric_id, group_id, period_id)
);
call tenant_table('measurement_sums', audited => false);

-- What the district wants a metric to be by a day.
create table targets (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  metric_id uuid not null,
  school_id uuid,
  group_id uuid not null,
  baseline_value double precision,
  baseline_on date,
  target_value double precision not null,
  due_on date not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique nulls not distinct (district_id, metric_id, school_id, group_id),
  foreign key (district_id, metric_id) references metrics (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, group_id) references student_groups (district_id, id)
);
call tenant_table('targets');

-- When a metric crosses a line at a school, a need is suggested; a person accepts or dismisses it.
create table need_rules (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,60}$'),
  metric_id uuid not null,
  category_id uuid not null,
  comparison text not null check (comparison in ('at_least', 'above', 'at_most', 'below')),
  threshold double precision not null,
  trend text check (trend in ('rising', 'falling')),
  tier smallint not null check (tier between 1 and 3),
  severity_steps jsonb not null default '[]',
  students text not null default 'unknown' check (students in ('share', 'count', 'unknown')),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, code),
  foreign key (district_id, metric_id) references metrics (district_id, id),
  foreign key (district_id, category_id) references categories (district_id, id)
);
call tenant_table('need_rules');
alter table needs add foreign key (district_id, rule_id) references need_rules (district_id, id);
