-- What an import brought is taken back although it wrote something by itself beside its records: a partnership at work joins
-- the school years it works in, and a year in which nobody has written holds nothing in place.
create function untouched_dependent(dependent regclass) returns text
  language sql immutable as $$
  select case dependent::text
    when 'partnership_years' then ' and (o.version > 1 or o.rollover_id is not null)'
    else '' end
$$;

-- Takes back what an import did to records: those it created are removed, those it changed are what they were. A record
-- that someone changed since, or that others now depend on, stays and is counted under `kept`.
create or replace function undo_import_changes(import uuid) returns jsonb
  language plpgsql as $$
declare
  part record;
  condition text;
  versioned boolean;
  free text;
  columns text;
  gone bigint;
  removed bigint;
  restored bigint;
  answer jsonb := '{}';
begin
  create temp table undo_plan on commit drop as
    select c.ordinal, c.table_name, c.record_key, c.before, c.after_version, false as touched, false as done
    from import_changes c where c.district_id = app_district() and c.import_id = import;
  -- Before anything is taken back: taking back one record may raise the version of another.
  for part in select distinct table_name from undo_plan loop
    condition := import_key_condition(part.table_name::regclass);
    select exists (select from pg_attribute where attrelid = part.table_name::regclass and attname = 'version' and not attisdropped) into versioned;
    if versioned then
      execute format('update undo_plan c set touched = true where c.table_name = %1$L and not exists (select from %1$I t where t.district_id = app_district() and %2$s and t.version = c.after_version)', part.table_name, condition);
    end if;
  end loop;
  -- What depends on a record goes before it, so the tables are gone through until nothing more can go.
  loop
    gone := 0;
    for part in select table_name from undo_plan group by 1 order by max(ordinal) desc loop
      -- Counters live and die with their record and keep nothing in place.
      select coalesce(string_agg(format(' and not exists (select from %1$s o where o.district_id = t.district_id and %2$s%3$s)', k.conrelid::regclass,
          (select string_agg(format('o.%I = t.%I', a.attname, b.attname), ' and ')
            from unnest(k.conkey, k.confkey) as pair (here, there)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there), untouched_dependent(k.conrelid::regclass)), ''), '') into free
        from pg_constraint k
        where k.confrelid = part.table_name::regclass and k.contype = 'f' and k.conrelid::regclass::text !~ '_counts$';
      execute format('with removed as (delete from %1$I t using undo_plan c where c.table_name = %1$L and c.before is null and not c.touched and not c.done
          and t.district_id = app_district() and %2$s %3$s returning c.ordinal)
        update undo_plan c set done = true from removed where c.ordinal = removed.ordinal', part.table_name, import_key_condition(part.table_name::regclass), free);
      get diagnostics removed = row_count;
      gone := gone + removed;
    end loop;
    exit when gone = 0;
  end loop;
  for part in select table_name from undo_plan group by 1 loop
    select string_agg(format('%1$I = b.%1$I', attname), ', ') into columns
      from pg_attribute
      where attrelid = part.table_name::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('district_id', 'id', 'version', 'created_at', 'updated_at', 'service_count', 'school_count');
    execute format('update %1$I t set %3$s from undo_plan c, jsonb_populate_record(null::%1$I, c.before) b where c.table_name = %1$L and c.before is not null and not c.touched and t.district_id = app_district() and %2$s',
      part.table_name, import_key_condition(part.table_name::regclass), columns);
    get diagnostics restored = row_count;
    answer := answer || (select jsonb_build_object(part.table_name, jsonb_build_object(
        'removed', count(*) filter (where done), 'restored', restored,
        'kept', count(*) filter (where touched or (before is null and not done))))
      from undo_plan where table_name = part.table_name);
  end loop;
  drop table undo_plan;
  return answer;
end $$;
