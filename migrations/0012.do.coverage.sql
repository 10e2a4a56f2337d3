-- The gap board's cells: what is needed against what there is, by school, category and tier. They follow every write in
-- the same transaction, only the touched school and category anew. The rules are shared/src/needs (demand.ts, supply.ts,
-- in-force.ts); a test holds these functions to them.

-- How many students of a school a tier is planned for: the middle of its share (shared/src/catalog/tiers.ts).
create function expected_students(tier smallint, enrolment integer) returns bigint
  language sql immutable parallel safe strict
  return floor(enrolment * (case tier when 1 then 0.8::float8 + 1::float8 when 2 then 0.05::float8 + 0.15::float8
    else 0.01::float8 + 0.05::float8 end) / 2 + 0.5)::bigint;

-- Students that so much capacity can serve, or null where the unit does not say (shared/src/catalog/capacity-units.ts).
create function capacity_students(amount integer, unit text) returns bigint
  language sql immutable parallel safe strict
  return case
    when unit in ('students', 'students_per_week', 'seats', 'matches', 'caseload', 'meals_per_day', 'riders_per_day', 'devices',
      'families', 'households') then amount::bigint
    when unit = 'hours_per_week' then floor(amount * (1::float8 / 1.5::float8) + 1e-9)::bigint
  end;

-- What the needs of a school year amount to at a school, by category and tier. `open_needs` and `severity` are of those
-- still waiting; a met need counts as demand beside the supply that meets it.
create table coverage_demand (
  district_id uuid not null references districts,
  school_year_id uuid not null,
  school_id uuid not null,
  category_id uuid not null,
  tier smallint not null,
  students bigint not null,
  estimated boolean not null,
  entries integer not null,
  open_needs integer not null,
  severity smallint not null,
  primary key (district_id, school_id, category_id, school_year_id, tier)
);
create index coverage_demand_by_year on coverage_demand (district_id, school_year_id);
call tenant_table('coverage_demand', audited => false);

-- What a school can count on, and what stands only on paper, in students, by category and tier. A service counts in
-- its main category only: the same seat is not there twice.
create table coverage_supply (
  district_id uuid not null references districts,
  school_id uuid not null,
  category_id uuid not null,
  tier smallint not null,
  verified bigint not null,
  paper bigint not null,
  unsized integer not null,
  providers integer not null,
  sites integer not null,
  primary key (district_id, school_id, category_id, tier)
);
call tenant_table('coverage_supply', audited => false);

-- In these functions `offset 0` keeps each lookup one by its whole key: they run while tables are being filled, when
-- there are no statistics to choose a better way by.
create function demand_of(district uuid, schools uuid[], categories uuid[])
  returns table (school_year_id uuid, school_id uuid, category_id uuid, tier smallint, students bigint, estimated boolean,
    entries integer, open_needs integer, severity smallint)
  language sql stable as $$
  with voices as (
    select n.school_year_id, n.school_id, n.category_id, n.tier, n.group_key, max(n.students_affected) as most,
      count(*) as entries, count(*) filter (where n.status <> 'met') as open_needs,
      max(n.severity) filter (where n.status <> 'met') as severity
    from (select distinct t.school_id, t.category_id from unnest(schools, categories) as t (school_id, category_id)) t,
      lateral (select * from needs n where n.district_id = district and n.school_id = t.school_id
        and n.category_id = t.category_id offset 0) n
    where n.status in ('open', 'in_progress', 'met')
    group by 1, 2, 3, 4, 5
  )
  select v.school_year_id, v.school_id, v.category_id, v.tier,
    case when count(v.most) = 0 then coalesce(expected_students(v.tier, s.enrolment), 0)
      else least(s.enrolment, greatest(coalesce(max(v.most) filter (where v.group_key = ''), 0),
        coalesce(sum(v.most) filter (where v.group_key <> ''), 0))) end::bigint,
    count(v.most) = 0, sum(v.entries)::integer, sum(v.open_needs)::integer, coalesce(max(v.severity), 0)::smallint
  from voices v, lateral (select s.enrolment from schools s where s.district_id = district and s.id = v.school_id offset 0) s
  group by v.school_year_id, v.school_id, v.category_id, v.tier, s.enrolment
$$;

-- Which services a partnership in force stands behind: shared/src/needs/in-force.ts.
create function supply_of(district uuid, schools uuid[], categories uuid[])
  returns table (school_id uuid, category_id uuid, tier smallint, verified bigint, paper bigint, unsized integer,
    providers integer, sites integer)
  language sql stable as $$
  with offered as materialized (
    select t.school_id, s.category_id, s.tier, s.organization_id,
      coalesce(capacity_students(x.capacity_maximum, s.capacity_unit), x.students_served) as students,
      x.verified_on is not null and d.today - x.verified_on between 0 and d.fresh_days
        and (o.type = 'district_program' or exists (
          select from (select * from partnerships p where p.district_id = district and p.organization_id = s.organization_id offset 0) p
          where p.stage in ('active', 'expanding', 'renewing')
            and (p.starts_on is null or p.starts_on <= d.today) and (p.ends_on is null or p.ends_on >= d.today)
            and (p.scope = 'district' or exists (select from partnership_schools l
              where l.district_id = district and l.partnership_id = p.id and l.school_id = x.school_id))
            and (exists (select from partnership_services l
                where l.district_id = district and l.partnership_id = p.id and l.service_id = s.id)
              or not exists (select from partnership_services l where l.district_id = district and l.partnership_id = p.id)))) as verified
    from (select t.school_id, array_agg(t.category_id) as categories from unnest(schools, categories) as t (school_id, category_id)
        group by 1) t,
      lateral (select * from service_sites x where x.district_id = district and x.school_id = t.school_id offset 0) x,
      lateral (select * from services s where s.district_id = district and s.id = x.service_id offset 0) s,
      lateral (select o.type from organizations o where o.district_id = district and o.id = s.organization_id offset 0) o,
      (select (now() at time zone time_zone)::date as today, capacity_fresh_days as fresh_days from districts where id = district) d
    where x.status = 'active' and s.status = 'active' and s.category_id = any (t.categories)
  )
  select school_id, category_id, tier, coalesce(sum(students) filter (where verified), 0)::bigint,
    coalesce(sum(students) filter (where not verified), 0)::bigint, count(*) filter (where students is null)::integer,
    count(distinct organization_id)::integer, count(*)::integer
  from offered group by 1, 2, 3
$$;

-- Writes the demand of these schools and categories (pairs) anew. The schools are locked first, in one order, so that
-- two writers at once cannot each count without the other.
create function write_demand(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql as $$
begin
  perform from school_counts where district_id = district and school_id = any (array(select distinct unnest(schools)))
    order by school_id for no key update;
  with wanted as materialized (select * from demand_of(district, schools, categories)),
  gone as (
    delete from coverage_demand where ctid = any (array(
      select e.ctid from (
        select c.school_id, c.category_id, c.school_year_id, c.tier
          from (select distinct * from unnest(schools, categories) as t (school_id, category_id)) t,
          lateral (select * from coverage_demand c where c.district_id = district and c.school_id = t.school_id
            and c.category_id = t.category_id offset 0) c
        except select school_id, category_id, school_year_id, tier from wanted
      ) g, lateral (select c.ctid from coverage_demand c
        where c.district_id = district and c.school_id = g.school_id
          and c.category_id = g.category_id and c.school_year_id = g.school_year_id and c.tier = g.tier offset 0) e))
  )
  insert into coverage_demand as c (district_id, school_year_id, school_id, category_id, tier, students, estimated, entries,
      open_needs, severity)
    select district, w.* from wanted w
    on conflict (district_id, school_id, category_id, school_year_id, tier) do update
      set students = excluded.students, estimated = excluded.estimated, entries = excluded.entries,
        open_needs = excluded.open_needs, severity = excluded.severity
      where (c.students, c.estimated, c.entries, c.open_needs, c.severity)
        <> (excluded.students, excluded.estimated, excluded.entries, excluded.open_needs, excluded.severity);
end $$;

create function write_supply(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql as $$
begin
  perform from school_counts where district_id = district and school_id = any (array(select distinct unnest(schools)))
    order by school_id for no key update;
  with wanted as materialized (select * from supply_of(district, schools, categories)),
  gone as (
    delete from coverage_supply where ctid = any (array(
      select e.ctid from (
        select c.school_id, c.category_id, c.tier
          from (select distinct * from unnest(schools, categories) as t (school_id, category_id)) t,
          lateral (select * from coverage_supply c where c.district_id = district and c.school_id = t.school_id
            and c.category_id = t.category_id offset 0) c
        except select school_id, category_id, tier from wanted
      ) g, lateral (select c.ctid from coverage_supply c
        where c.district_id = district and c.school_id = g.school_id
          and c.category_id = g.category_id and c.tier = g.tier offset 0) e))
  )
  insert into coverage_supply as c (district_id, school_id, category_id, tier, verified, paper, unsized, providers, sites)
    select district, w.* from wanted w
    on conflict (district_id, school_id, category_id, tier) do update
      set verified = excluded.verified, paper = excluded.paper, unsized = excluded.unsized, providers = excluded.providers,
        sites = excluded.sites
      where (c.verified, c.paper, c.unsized, c.providers, c.sites)
        <> (excluded.verified, excluded.paper, excluded.unsized, excluded.providers, excluded.sites);
end $$;

-- The same for many cells, planned for how full the tables are by now: a plan kept from their first rows would cost
-- an import the square of its size.
create function write_demand_in_bulk(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  perform write_demand(district, schools, categories);
end $$;
create function write_supply_in_bulk(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  perform write_supply(district, schools, categories);
end $$;

create function refresh_demand(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql as $$
begin
  if cardinality(schools) > 20 then
    perform write_demand_in_bulk(district, schools, categories);
  elsif cardinality(schools) > 0 then
    perform write_demand(district, schools, categories);
  end if;
end $$;
create function refresh_supply(district uuid, schools uuid[], categories uuid[]) returns void
  language plpgsql as $$
begin
  if cardinality(schools) > 20 then
    perform write_supply_in_bulk(district, schools, categories);
  elsif cardinality(schools) > 0 then
    perform write_supply(district, schools, categories);
  end if;
end $$;

-- What these organisations offer at schools, anew: their partnerships changed.
create function refresh_supply_of_organizations(district uuid, organizations uuid[]) returns void
  language plpgsql as $$
begin
  perform refresh_supply(district, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select distinct x.school_id, s.category_id
      from unnest(organizations) o,
        lateral (select * from services s where s.district_id = district and s.organization_id = o offset 0) s,
        lateral (select * from service_sites x where x.district_id = district and x.service_id = s.id offset 0) x
      where x.school_id is not null
    ) t having count(*) > 0;
end $$;

-- Every cell anew: confirmations age and partnerships begin and end with time alone.
create function refresh_coverage(district uuid) returns void
  language plpgsql as $$
begin
  perform refresh_demand(district, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select school_id, category_id from needs where district_id = district
      union select school_id, category_id from coverage_demand where district_id = district
    ) t having count(*) > 0;
  perform refresh_supply(district, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select x.school_id, s.category_id from service_sites x join services s on s.district_id = district and s.id = x.service_id
        where x.district_id = district and x.school_id is not null
      union select school_id, category_id from coverage_supply where district_id = district
    ) t having count(*) > 0;
end $$;

create function coverage_of_needs() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_demand(district_id, array_agg(school_id), array_agg(category_id)) from after_change group by district_id;
  elsif tg_op = 'DELETE' then
    perform refresh_demand(district_id, array_agg(school_id), array_agg(category_id)) from before_change group by district_id;
  else
    perform refresh_demand(district_id, array_agg(school_id), array_agg(category_id))
      from (select district_id, school_id, category_id from before_change
        union select district_id, school_id, category_id from after_change) t group by district_id;
  end if;
  return null;
end $$;
create trigger coverage_added after insert on needs
  referencing new table as after_change for each statement execute function coverage_of_needs();
create trigger coverage_removed after delete on needs
  referencing old table as before_change for each statement execute function coverage_of_needs();
create trigger coverage_changed after update on needs
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_needs();

-- A site that goes because its service goes no longer tells its category: all that is offered at its school is counted.
create function coverage_of_sites_removed() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply(t.district_id, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select b.district_id, b.school_id, s.category_id
        from before_change b join services s on s.district_id = b.district_id and s.id = b.service_id
      union
      select b.district_id, b.school_id, c.category_id
        from before_change b join coverage_supply c on c.district_id = b.district_id and c.school_id = b.school_id
        where not exists (select from services s where s.district_id = b.district_id and s.id = b.service_id)
    ) t where t.school_id is not null group by t.district_id;
  return null;
end $$;
create trigger coverage_removed after delete on service_sites
  referencing old table as before_change for each statement execute function coverage_of_sites_removed();

create function coverage_of_sites() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_supply(a.district_id, array_agg(a.school_id), array_agg(s.category_id))
      from after_change a join services s on s.district_id = a.district_id and s.id = a.service_id
      where a.school_id is not null group by a.district_id;
  else
    perform refresh_supply(t.district_id, array_agg(t.school_id), array_agg(s.category_id))
      from (
        select a.district_id, u.school_id, u.service_id
        from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
            and (a.school_id, a.service_id, a.status, a.capacity_maximum, a.students_served, a.verified_on)
              is distinct from (b.school_id, b.service_id, b.status, b.capacity_maximum, b.students_served, b.verified_on),
          lateral (values (a.school_id, a.service_id), (b.school_id, b.service_id)) u (school_id, service_id)
      ) t join services s on s.district_id = t.district_id and s.id = t.service_id
      where t.school_id is not null group by t.district_id;
  end if;
  return null;
end $$;
create trigger coverage_added after insert on service_sites
  referencing new table as after_change for each statement execute function coverage_of_sites();
create trigger coverage_changed after update on service_sites
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_sites();

create function coverage_of_services() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply(t.district_id, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select x.district_id, x.school_id, u.category_id
      from before_change b
        join after_change a on a.district_id = b.district_id and a.id = b.id
          and (a.category_id, a.tier, a.status, a.capacity_unit, a.organization_id)
            is distinct from (b.category_id, b.tier, b.status, b.capacity_unit, b.organization_id)
        join service_sites x on x.district_id = a.district_id and x.service_id = a.id and x.school_id is not null,
        lateral (values (a.category_id), (b.category_id)) u (category_id)
    ) t group by t.district_id;
  return null;
end $$;
create trigger coverage_changed after update on services
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_services();

create function coverage_of_partnerships() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id)) from after_change group by district_id;
  elsif tg_op = 'DELETE' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id)) from before_change group by district_id;
  else
    perform refresh_supply_of_organizations(t.district_id, array_agg(distinct u.organization_id))
      from (
        select a.district_id, a.organization_id, b.organization_id as former
        from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
          and (a.organization_id, a.stage, a.scope, a.starts_on, a.ends_on)
            is distinct from (b.organization_id, b.stage, b.scope, b.starts_on, b.ends_on)
      ) t, lateral (values (t.organization_id), (t.former)) u (organization_id)
      group by t.district_id;
  end if;
  return null;
end $$;
create trigger coverage_added after insert on partnerships
  referencing new table as after_change for each statement execute function coverage_of_partnerships();
create trigger coverage_removed after delete on partnerships
  referencing old table as before_change for each statement execute function coverage_of_partnerships();
create trigger coverage_changed after update on partnerships
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_partnerships();

create function coverage_of_partnership_schools() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply(t.district_id, array_agg(t.school_id), array_agg(t.category_id))
    from (
      select distinct c.district_id, c.school_id, s.category_id
      from changed c join partnerships p on p.district_id = c.district_id and p.id = c.partnership_id,
        lateral (select * from service_sites x where x.district_id = c.district_id and x.school_id = c.school_id offset 0) x,
        lateral (select * from services s where s.district_id = c.district_id and s.id = x.service_id
          and s.organization_id = p.organization_id offset 0) s
    ) t group by t.district_id;
  return null;
end $$;
create trigger coverage_added after insert on partnership_schools
  referencing new table as changed for each statement execute function coverage_of_partnership_schools();
create trigger coverage_removed after delete on partnership_schools
  referencing old table as changed for each statement execute function coverage_of_partnership_schools();

-- The first service a partnership names takes the others out of it, so all of the organisation's are counted.
create function coverage_of_partnership_services() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply_of_organizations(c.district_id, array_agg(distinct p.organization_id))
    from changed c join partnerships p on p.district_id = c.district_id and p.id = c.partnership_id
    group by c.district_id;
  return null;
end $$;
create trigger coverage_added after insert on partnership_services
  referencing new table as changed for each statement execute function coverage_of_partnership_services();
create trigger coverage_removed after delete on partnership_services
  referencing old table as changed for each statement execute function coverage_of_partnership_services();

-- The district's own programs need no partnership, so the type of an organisation matters.
create function coverage_of_organizations() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply_of_organizations(a.district_id, array_agg(a.id))
    from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
      and (a.type = 'district_program') <> (b.type = 'district_program')
    group by a.district_id;
  return null;
end $$;
create trigger coverage_changed after update on organizations
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_organizations();

-- Nobody counts beyond a school's enrolment, and estimates are shares of it.
create function coverage_of_schools() returns trigger
  language plpgsql as $$
begin
  perform refresh_demand(c.district_id, array_agg(c.school_id), array_agg(c.category_id))
    from before_change b
      join after_change a on a.district_id = b.district_id and a.id = b.id and a.enrolment is distinct from b.enrolment
      join coverage_demand c on c.district_id = a.district_id and c.school_id = a.id
    group by c.district_id;
  return null;
end $$;
create trigger coverage_changed after update on schools
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_schools();

create function coverage_of_districts() returns trigger
  language plpgsql as $$
begin
  if (new.capacity_fresh_days, new.time_zone) is distinct from (old.capacity_fresh_days, old.time_zone) then
    perform refresh_coverage(new.id);
  end if;
  if new.over_supply_percent is distinct from old.over_supply_percent or new.capacity_fresh_days is distinct from old.capacity_fresh_days then
    insert into document_marks (district_id, kind) values (new.id, 'gap_board') on conflict do nothing;
  end if;
  return null;
end $$;
create trigger coverage_changed after update on districts for each row execute function coverage_of_districts();

call marks_documents('coverage_demand', 'gap_board');
call marks_documents('coverage_supply', 'gap_board');
call marks_documents('schools', 'gap_board');
call marks_documents('categories', 'gap_board');
call marks_documents('school_years', 'gap_board');

-- How many cells differ from what they must be: none, or a rule above has a hole.
create function coverage_drift(district uuid) returns bigint
  language sql stable as $$
  with demanded as (
    select array_agg(school_id) as schools, array_agg(category_id) as categories from (
      select school_id, category_id from needs where district_id = district
      union select school_id, category_id from coverage_demand where district_id = district) t
  ), offered as (
    select array_agg(school_id) as schools, array_agg(category_id) as categories from (
      select x.school_id, s.category_id from service_sites x join services s on s.district_id = district and s.id = x.service_id
        where x.district_id = district and x.school_id is not null
      union select school_id, category_id from coverage_supply where district_id = district) t
  ), demand as (select f.* from demanded d, demand_of(district, d.schools, d.categories) f),
  supply as (select f.* from offered o, supply_of(district, o.schools, o.categories) f),
  kept_demand as (select school_year_id, school_id, category_id, tier, students, estimated, entries, open_needs, severity
    from coverage_demand where district_id = district),
  kept_supply as (select school_id, category_id, tier, verified, paper, unsized, providers, sites
    from coverage_supply where district_id = district)
  select (select count(*) from (select * from demand except select * from kept_demand) d)
    + (select count(*) from (select * from kept_demand except select * from demand) d)
    + (select count(*) from (select * from supply except select * from kept_supply) s)
    + (select count(*) from (select * from kept_supply except select * from supply) s)
$$;

-- The districts there are, for upkeep that runs while no one is signed in: ids only.
create function district_ids() returns setof uuid
  language sql stable security definer
  set search_path = public
  as $$ select id from districts $$;
revoke execute on function district_ids() from public;
grant execute on function district_ids() to common_table_app;
