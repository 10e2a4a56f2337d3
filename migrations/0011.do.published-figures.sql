-- The figures of a metric and period as everyone may see them. `changes` counts what was written, `published_changes`
-- up to where the screened copy has followed; where they differ it is screened anew before it is read.
create table published_tables (
  district_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  changes bigint not null default 1,
  published_changes bigint not null default 0,
  published_at timestamptz,
  primary key (district_id, metric_id, period_id),
  foreign key (district_id, metric_id) references metrics (district_id, id) on delete cascade,
  foreign key (district_id, period_id) references periods (district_id, id) on delete cascade
);
create index published_tables_stale on published_tables (district_id, metric_id, period_id)
  where changes <> published_changes;
call tenant_table('published_tables', audited => false);

-- One school's screened figures of a metric and period by group; without a school, the district's. Readers know no
-- other source, so a figure that was never screened is never shown. `shown` is the value for all students where it
-- may be seen: lists sort by nothing else.
create table published_figures (
  district_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  school_id uuid,
  cells json not null,
  shown double precision,
  method text not null default 'reported' check (method in ('reported', 'sum', 'weighted', 'unweighted', 'none')),
  unique nulls not distinct (district_id, metric_id, period_id, school_id),
  foreign key (district_id, metric_id, period_id) references published_tables on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade
);
create index published_figures_by_school on published_figures (district_id, school_id, metric_id, period_id);
call tenant_table('published_figures', audited => false);

-- An answer kept ready for a district, in its final form.
create table district_documents (
  district_id uuid not null references districts,
  kind text not null,
  key text not null default '',
  body text not null,
  made_at timestamptz not null default now(),
  primary key (district_id, kind, key)
);
call tenant_table('district_documents', audited => false);

-- A transaction that changed what a kind of document says. One row each, so that writers never wait for one another;
-- whoever renews the document removes the marks it has seen.
create table document_marks (
  district_id uuid not null references districts,
  kind text not null,
  made_by xid8 not null default pg_current_xact_id(),
  primary key (district_id, kind, made_by)
);
call tenant_table('document_marks', audited => false);

create function mark_documents() returns trigger
  language plpgsql as $$
begin
  insert into document_marks (district_id, kind) select distinct district_id, tg_argv[0] from changed on conflict do nothing;
  return null;
end $$;

-- Has every change of a table mark a kind of document.
create procedure marks_documents(target regclass, kind text)
  language plpgsql as $$
declare
  event text;
begin
  foreach event in array '{insert,update,delete}'::text[] loop
    execute format('create trigger %I after %s on %s referencing %s table as changed for each statement execute function mark_documents(%L)',
      'mark_' || kind || '_' || event, event, target, case event when 'delete' then 'old' else 'new' end, kind);
  end loop;
end $$;
call marks_documents('published_tables', 'dashboard');
call marks_documents('metrics', 'dashboard');
call marks_documents('targets', 'dashboard');
call marks_documents('schools', 'dashboard');
call marks_documents('school_counts', 'dashboard');
call marks_documents('partnerships', 'dashboard');
call marks_documents('needs', 'dashboard');
call marks_documents('priorities', 'dashboard');
call marks_documents('partnership_priorities', 'dashboard');

-- The figures of a district are written one transaction at a time: an upsert adds to some sums and takes from others, so
-- no order of their rows would keep two writers from waiting for each other in a circle.
create function take_turns_measuring() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('measurements ' || coalesce(app_district()::text, ''), 7200122));
  return null;
end $$;
create trigger take_turns before insert or update or delete on measurements
  for each statement execute function take_turns_measuring();

-- Adds the figures a statement wrote to the sums, or with -1 takes away what was there before; and counts the change of
-- their tables.
create function sum_measurements() returns trigger
  language plpgsql as $$
declare
  sign integer := tg_argv[0];
begin
  with summed as materialized (
    select district_id, metric_id, group_id, period_id, count(*) filter (where of_school) as schools,
      count(value) filter (where counted) as reported,
      count(*) filter (where of_school and status in ('suppressed', 'above', 'below')) as withheld,
      count(value) filter (where counted and denominator > 0) as sized,
      coalesce(sum(value) filter (where counted), 0) as value_sum,
      coalesce(sum(value * denominator) filter (where counted and denominator > 0 and numerator is null), 0) as weighted_sum,
      coalesce(sum(denominator) filter (where counted and denominator > 0 and value is not null), 0) as weight,
      coalesce(sum(numerator) filter (where counted and denominator > 0 and value is not null), 0) as numerator
    from (select *, school_id is not null as of_school, school_id is not null and status = 'reported' as counted from changed) c
    group by 1, 2, 3, 4
  ), added as (
    insert into measurement_sums as s
      select district_id, metric_id, group_id, period_id, sign * reported, sign * withheld, sign * sized, sign * value_sum,
        sign * weighted_sum, sign * weight, sign * numerator
      from summed where schools > 0 order by 1, 2, 3, 4
      on conflict (district_id, metric_id, group_id, period_id) do update set
        reported = s.reported + excluded.reported, withheld = s.withheld + excluded.withheld, sized = s.sized + excluded.sized,
        value_sum = s.value_sum + excluded.value_sum, weighted_sum = s.weighted_sum + excluded.weighted_sum,
        weight = s.weight + excluded.weight, numerator = s.numerator + excluded.numerator
  )
  insert into published_tables as t (district_id, metric_id, period_id)
    select distinct district_id, metric_id, period_id from summed order by 1, 2, 3
    on conflict (district_id, metric_id, period_id) do update set changes = t.changes + 1;
  return null;
end $$;
create trigger sums_added after insert on measurements
  referencing new table as changed for each statement execute function sum_measurements('1');
create trigger sums_removed after delete on measurements
  referencing old table as changed for each statement execute function sum_measurements('-1');
create trigger sums_changed_from after update on measurements
  referencing old table as changed for each statement execute function sum_measurements('-1');
create trigger sums_changed_to after update on measurements
  referencing new table as changed for each statement execute function sum_measurements('1');

-- Keeps what a figure said before it was corrected. One that is taken back to an older state by an undo carries that
-- state's date, and is no correction.
create function keep_corrections() returns trigger
  language plpgsql as $$
begin
  insert into measurement_corrections (district_id, metric_id, school_id, group_id, period_id, status, value, numerator,
      denominator, import_id, recorded_at, replaced_by, replaced_by_name)
    select o.district_id, o.metric_id, o.school_id, o.group_id, o.period_id, o.status, o.value, o.numerator,
      o.denominator, o.import_id, o.recorded_at, n.import_id,
      coalesce(nullif(current_setting('app.actor_name', true), ''), 'system')
    from was o join became n on n.district_id = o.district_id and n.metric_id = o.metric_id and n.period_id = o.period_id
      and n.group_id = o.group_id
      -- An equality, so that it can be hashed: the district's own figures stand under its own id.
      and coalesce(n.school_id, n.district_id) = coalesce(o.school_id, o.district_id)
    where (o.status, o.value, o.numerator, o.denominator) is distinct from (n.status, n.value, n.numerator, n.denominator)
      and n.recorded_at >= o.recorded_at;
  return null;
end $$;
create trigger corrections after update on measurements
  referencing old table as was new table as became for each statement execute function keep_corrections();

-- A district that changes from which size on groups are shown has every figure screened anew.
create function screen_anew() returns trigger
  language plpgsql as $$
begin
  update published_tables set changes = changes + 1 where district_id = new.id;
  return null;
end $$;
create trigger screen_anew after update of suppression_threshold on districts for each row
  when (old.suppression_threshold is distinct from new.suppression_threshold) execute function screen_anew();
