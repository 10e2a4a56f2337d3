-- Figures of partnerships and services: what each delivers to its own students (issue: outcomes, scopes; domain 3.12,
-- performance accountability). They stand apart from the figures of schools: there are a thousand times fewer of them, and
-- neither the import of a million school figures nor any sum of them has to carry a wider key for their sake.

-- What a figure counts. Sessions are nobody's secret: a figure of so many sessions is shown however few they were.
alter table metrics add column counted text not null default 'people' check (counted in ('people', 'sessions'));
update metrics set counted = 'sessions' where code = 'fidelity_rate';

-- One figure: metric × partnership or service × group × period, as `measurements` of schools. `origin` says whether
-- somebody entered it, a file brought it, or it is computed from activities; what people say is never computed over.
create table delivery_measurements (
  district_id uuid not null,
  metric_id uuid not null,
  partnership_id uuid,
  service_id uuid,
  place_id uuid generated always as (coalesce(partnership_id, service_id)) stored,
  group_id uuid not null,
  period_id uuid not null,
  status text not null default 'reported' check (status in ('reported', 'suppressed', 'missing', 'above', 'below')),
  value double precision,
  numerator double precision,
  denominator double precision,
  origin text not null default 'entered' check (origin in ('entered', 'imported', 'activities')),
  import_id uuid,
  recorded_at timestamptz not null default now(),
  check (num_nonnulls(partnership_id, service_id) = 1),
  check (value is null or status in ('reported', 'above', 'below')),
  unique (district_id, metric_id, period_id, group_id, place_id),
  foreign key (district_id, metric_id) references metrics (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, group_id) references student_groups (district_id, id),
  foreign key (district_id, period_id) references periods (district_id, id)
);
create index delivery_measurements_by_place on delivery_measurements (district_id, place_id, metric_id, period_id);
create index delivery_measurements_by_import on delivery_measurements (district_id, import_id) where import_id is not null;
call tenant_table('delivery_measurements', audited => false);

-- What a figure of a partnership or service said before it was corrected. A quarter that still runs is computed anew with
-- every session: that is no correction.
create table delivery_corrections (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  metric_id uuid not null,
  partnership_id uuid,
  service_id uuid,
  place_id uuid generated always as (coalesce(partnership_id, service_id)) stored,
  group_id uuid not null,
  period_id uuid not null,
  status text not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  origin text not null,
  import_id uuid,
  recorded_at timestamptz not null,
  replaced_by uuid,
  replaced_by_name text not null default '',
  replaced_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index delivery_corrections_by_import on delivery_corrections (district_id, replaced_by) where replaced_by is not null;
create index delivery_corrections_by_metric on delivery_corrections (district_id, metric_id, id desc);
call tenant_table('delivery_corrections', audited => false);

-- How many partnerships and services have a figure of a metric, group and period and what they add up to, kept by the
-- statement that writes the figures. `numerator` and `weight` sum those that state the people behind them.
create table delivery_sums (
  district_id uuid not null,
  metric_id uuid not null,
  scope text not null check (scope in ('partnership', 'service')),
  group_id uuid not null,
  period_id uuid not null,
  reported integer not null default 0,
  withheld integer not null default 0,
  value_sum double precision not null default 0,
  weight double precision not null default 0,
  numerator double precision not null default 0,
  primary key (district_id, metric_id, scope, group_id, period_id)
);
call tenant_table('delivery_sums', audited => false);

-- One partnership's or service's screened figures of a metric and period by group; readers know no other source.
create table published_delivery (
  district_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  partnership_id uuid,
  service_id uuid,
  place_id uuid generated always as (coalesce(partnership_id, service_id)) stored,
  cells json not null,
  check (num_nonnulls(partnership_id, service_id) = 1),
  unique (district_id, metric_id, period_id, place_id),
  foreign key (district_id, metric_id, period_id) references published_tables on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade
);
create index published_delivery_by_place on published_delivery (district_id, place_id, metric_id, period_id);
call tenant_table('published_delivery', audited => false);

-- As `take_turns_measuring`, with a turn of its own: whoever writes down a session does not wait for an import of schools.
create function take_turns_delivering() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('delivery ' || coalesce(app_district()::text, ''), 7200122));
  return null;
end $$;
create trigger take_turns before insert or update or delete on delivery_measurements
  for each statement execute function take_turns_delivering();

-- Adds the figures a statement wrote to the sums, or with -1 takes away what was there before; and counts the change of
-- the table they are screened in.
create function sum_delivery() returns trigger
  language plpgsql as $$
declare
  sign integer := tg_argv[0];
begin
  with summed as materialized (
    select district_id, metric_id, case when service_id is null then 'partnership' else 'service' end as scope, group_id, period_id,
      count(value) filter (where status = 'reported') as reported,
      count(*) filter (where status in ('suppressed', 'above', 'below')) as withheld,
      coalesce(sum(value) filter (where status = 'reported'), 0) as value_sum,
      coalesce(sum(denominator) filter (where status = 'reported' and value is not null), 0) as weight,
      coalesce(sum(numerator) filter (where status = 'reported' and value is not null), 0) as numerator
    from changed group by 1, 2, 3, 4, 5
  ), added as (
    insert into delivery_sums as s
      select district_id, metric_id, scope, group_id, period_id, sign * reported, sign * withheld, sign * value_sum, sign * weight,
        sign * numerator
      from summed order by 1, 2, 3, 4, 5
      on conflict (district_id, metric_id, scope, group_id, period_id) do update set
        reported = s.reported + excluded.reported, withheld = s.withheld + excluded.withheld,
        value_sum = s.value_sum + excluded.value_sum, weight = s.weight + excluded.weight,
        numerator = s.numerator + excluded.numerator
  )
  insert into published_tables as t (district_id, metric_id, period_id)
    select distinct district_id, metric_id, period_id from summed order by 1, 2, 3
    on conflict (district_id, metric_id, period_id) do update set changes = t.changes + 1;
  return null;
end $$;
create trigger sums_added after insert on delivery_measurements
  referencing new table as changed for each statement execute function sum_delivery('1');
create trigger sums_removed after delete on delivery_measurements
  referencing old table as changed for each statement execute function sum_delivery('-1');
create trigger sums_changed_from after update on delivery_measurements
  referencing old table as changed for each statement execute function sum_delivery('-1');
create trigger sums_changed_to after update on delivery_measurements
  referencing new table as changed for each statement execute function sum_delivery('1');

create function keep_delivery_corrections() returns trigger
  language plpgsql as $$
begin
  insert into delivery_corrections (district_id, metric_id, partnership_id, service_id, group_id, period_id, status, value,
      numerator, denominator, origin, import_id, recorded_at, replaced_by, replaced_by_name)
    select o.district_id, o.metric_id, o.partnership_id, o.service_id, o.group_id, o.period_id, o.status, o.value, o.numerator,
      o.denominator, o.origin, o.import_id, o.recorded_at, n.import_id,
      coalesce(nullif(current_setting('app.actor_name', true), ''), 'system')
    from was o join became n on n.district_id = o.district_id and n.metric_id = o.metric_id and n.period_id = o.period_id
      and n.group_id = o.group_id and n.place_id = o.place_id
      join periods p on p.district_id = n.district_id and p.id = n.period_id
    where (o.status, o.value, o.numerator, o.denominator) is distinct from (n.status, n.value, n.numerator, n.denominator)
      and n.recorded_at >= o.recorded_at and not (o.origin = 'activities' and n.origin = 'activities' and p.ends_on >= current_date);
  return null;
end $$;
create trigger corrections after update on delivery_measurements
  referencing old table as was new table as became for each statement execute function keep_delivery_corrections();

alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check
  check (kind in ('schools', 'measurements', 'delivery_measurements', 'organizations', 'program_sites'));
