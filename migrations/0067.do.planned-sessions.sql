-- Sessions planned in a row, the strategy an activity serves, and what activities add up to as figures of a quarter
-- (issue: outcomes, activities and delivery; domain A13).

-- Days on which the whole district is closed within a school year: a holiday or a break. Sessions in a row skip them.
create table closed_days (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 140),
  starts_on date not null,
  ends_on date not null check (ends_on between starts_on and starts_on + 120),
  created_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index closed_days_by_day on closed_days (district_id, starts_on, id);
call tenant_table('closed_days');

-- Sessions planned together: every so many weeks on some days until a day. `skipped` holds the days the calendar closes.
create table activity_series (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  every_weeks smallint not null default 1 check (every_weeks between 1 and 4),
  starts_on date not null,
  ends_on date not null check (ends_on between starts_on and starts_on + 400),
  skipped date[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (district_id, id)
);
-- Its sessions tell of every change.
call tenant_table('activity_series', audited => false);

alter table activities add column series_id uuid;
alter table activities add foreign key (district_id, series_id) references activity_series (district_id, id) on delete set null (series_id);
create index activities_by_series on activities (district_id, series_id, happens_on) where series_id is not null;

-- The strategy of the goal tree an activity serves.
alter table activities add column strategy_id uuid;
alter table activities add foreign key (district_id, strategy_id) references goal_nodes (district_id, id) on delete set null (strategy_id);
create index activities_by_strategy on activities (district_id, strategy_id, happens_on) where strategy_id is not null;

-- Computes fidelity, students served and hours per student of services and partnerships in quarters, from their activities.
-- Fidelity as `fidelityOf` in shared/src/activities/fidelity.ts. Students served are at least those of the fullest session
-- at each school: who came twice is known to nobody. What a person or a file said of a figure is left as it is.
create function count_delivery(due jsonb) returns bigint
  language sql
begin atomic
  with places as materialized (
    select distinct d.id as district_id, w.partnership_id, w.service_id, q.id as period_id, q.starts_on, q.ends_on,
      (now() at time zone d.time_zone)::date as today, g.id as group_id
    from jsonb_to_recordset(due) as w (district_id uuid, partnership_id uuid, service_id uuid, period_id uuid)
      join districts d on d.id = w.district_id
      join periods q on q.district_id = d.id and q.id = w.period_id
      join student_groups g on g.district_id = d.id and g.code = 'all'
    where num_nonnulls(w.partnership_id, w.service_id) = 1
  ), counted as (
    select p.*, s.due, s.delivered, s.hours, s.students
    from places p cross join lateral (
      select coalesce(sum(c.due), 0) as due, coalesce(sum(c.delivered), 0) as delivered, coalesce(sum(c.hours), 0) as hours,
        coalesce(sum(c.students), 0) as students
      from (select a.service_id, a.school_id, sum(a.planned) filter (where a.happens_on <= p.today) as due, sum(a.delivered) as delivered,
          sum(a.students::double precision * a.minutes / 60) filter (where a.delivered > 0) as hours,
          max(a.students) filter (where a.delivered > 0) as students
        from activities a
        where a.district_id = p.district_id and a.kind = 'session' and a.happens_on between p.starts_on and p.ends_on
          and (a.service_id = p.service_id or a.partnership_id = p.partnership_id)
        group by a.service_id, a.school_id) c) s
  ), figures as (
    select c.district_id, m.id as metric_id, c.partnership_id, c.service_id, c.group_id, c.period_id, f.value, f.numerator, f.denominator
    from counted c cross join lateral (values
        ('fidelity_rate', case when c.due > 0 then 100.0 * least(c.delivered, c.due) / c.due end, least(c.delivered, c.due), c.due),
        ('participation_count', nullif(c.students, 0), null, null),
        ('dosage_hours', case when c.students > 0 and c.hours > 0 then c.hours / c.students end, c.hours, c.students)
      ) f (code, value, numerator, denominator)
      join metrics m on m.district_id = c.district_id and m.code = f.code and m.period_kind = 'quarter'
  ), written as (
    insert into delivery_measurements as x (district_id, metric_id, partnership_id, service_id, group_id, period_id, status, value,
        numerator, denominator, origin)
      select f.district_id, f.metric_id, f.partnership_id, f.service_id, f.group_id, f.period_id,
        case when f.value is null then 'missing' else 'reported' end, f.value,
        case when f.value is not null then f.numerator end, case when f.value is not null then f.denominator end, 'activities'
      from figures f
      where f.value is not null or exists (select from delivery_measurements k where k.district_id = f.district_id
        and k.metric_id = f.metric_id and k.period_id = f.period_id and k.group_id = f.group_id
        and k.place_id = coalesce(f.partnership_id, f.service_id))
      on conflict (district_id, metric_id, period_id, group_id, place_id) do update
        set status = excluded.status, value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
          recorded_at = now()
        where x.origin = 'activities' and (x.status, x.value, x.numerator, x.denominator)
          is distinct from (excluded.status, excluded.value, excluded.numerator, excluded.denominator)
      returning 1
  )
  select count(*) from written;
end;

create function activities_counted() returns trigger
  language plpgsql as $$
begin
  perform count_delivery(jsonb_agg(w)) from (
    select distinct a.district_id, p.partnership_id, p.service_id, q.id as period_id
    from changed a
      join periods q on q.district_id = a.district_id and q.kind = 'quarter' and a.happens_on between q.starts_on and q.ends_on
      cross join lateral (values (a.partnership_id, null::uuid), (null::uuid, a.service_id)) p (partnership_id, service_id)
    where a.kind = 'session' and num_nonnulls(p.partnership_id, p.service_id) = 1) w;
  return null;
end $$;
create trigger counted_added after insert on activities
  referencing new table as changed for each statement execute function activities_counted();
create trigger counted_removed after delete on activities
  referencing old table as changed for each statement execute function activities_counted();
create trigger counted_changed_from after update on activities
  referencing old table as changed for each statement execute function activities_counted();
create trigger counted_changed_to after update on activities
  referencing new table as changed for each statement execute function activities_counted();

-- What is due changes with the day as well: everything of the quarters that ran within the last week is computed anew.
create function count_recent_delivery() returns bigint
  language sql
  return (select count_delivery(jsonb_agg(w)) from (
    select distinct a.district_id, p.partnership_id, p.service_id, q.id as period_id
    from periods q join activities a on a.district_id = q.district_id and a.kind = 'session' and a.happens_on between q.starts_on and q.ends_on
      cross join lateral (values (a.partnership_id, null::uuid), (null::uuid, a.service_id)) p (partnership_id, service_id)
    where q.district_id = app_district() and q.kind = 'quarter' and q.starts_on <= current_date + 1 and q.ends_on >= current_date - 8
      and num_nonnulls(p.partnership_id, p.service_id) = 1) w);

-- Activities that are there already.
select count_delivery(jsonb_agg(w)) from (
  select distinct a.district_id, p.partnership_id, p.service_id, q.id as period_id
  from activities a
    join periods q on q.district_id = a.district_id and q.kind = 'quarter' and a.happens_on between q.starts_on and q.ends_on
    cross join lateral (values (a.partnership_id, null::uuid), (null::uuid, a.service_id)) p (partnership_id, service_id)
  where a.kind = 'session' and num_nonnulls(p.partnership_id, p.service_id) = 1) w;
