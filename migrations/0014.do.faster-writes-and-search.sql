-- Asking pg_trgm anything loads it: only then are its settings known, which functions below carry.
select similarity('a', 'a');

-- The sums of an organisation again, each looked up by its whole key (`offset 0`): the triggers run while tables are
-- being filled, when there are no statistics to choose a better way by, and joining them there took time that grew
-- with the square of what was brought in. What they count stays the view organization_sums.
create or replace function keep_organization_sums(district uuid, organization_ids uuid[]) returns void
  language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  perform from organizations where district_id = district and id = any (organization_ids) order by id for no key update;
  update organizations o set service_count = s.service_count, school_count = s.school_count, category_ids = s.category_ids
    from (select distinct id from unnest(organization_ids) id) t,
      lateral (select count(distinct s.id)::integer as service_count, count(distinct x.school_id)::integer as school_count,
          coalesce(array_agg(distinct s.category_id) filter (where s.id is not null), '{}') as category_ids
        from (select s.id, s.category_id from services s where s.district_id = district and s.organization_id = t.id
            and s.status in ('active', 'temporarily closed') offset 0) s
          left join lateral (select x.school_id from service_sites x where x.district_id = district and x.service_id = s.id
            and x.status <> 'ended' offset 0) x on true) s
    where o.district_id = district and o.id = t.id
      and (o.service_count, o.school_count, o.category_ids) <> (s.service_count, s.school_count, s.category_ids);
end $$;

create or replace function keep_sums_of_sites() returns trigger
  language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  perform keep_organization_sums(c.district_id, array_agg(distinct s.organization_id))
    from (select distinct district_id, service_id from changed) c,
      lateral (select s.organization_id from services s where s.district_id = c.district_id and s.id = c.service_id offset 0) s
    group by c.district_id;
  return null;
end $$;

-- A partnership that is not in force stands behind no service (shared/src/needs/in-force.ts): when one begins, ends or
-- changes outside of force, no cell of the gap board moves.
create function stage_in_force(stage text) returns boolean
  language sql immutable parallel safe
  return stage in ('active', 'expanding', 'renewing');

create or replace function coverage_of_partnerships() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id))
      from after_change where stage_in_force(stage) group by district_id;
  elsif tg_op = 'DELETE' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id))
      from before_change where stage_in_force(stage) group by district_id;
  else
    perform refresh_supply_of_organizations(t.district_id, array_agg(distinct u.organization_id))
      from (
        select a.district_id, a.organization_id, b.organization_id as former
        from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
          and (stage_in_force(a.stage) or stage_in_force(b.stage))
          and (a.organization_id, a.stage, a.scope, a.starts_on, a.ends_on)
            is distinct from (b.organization_id, b.stage, b.scope, b.starts_on, b.ends_on)
      ) t, lateral (values (t.organization_id), (t.former)) u (organization_id)
      group by t.district_id;
  end if;
  return null;
end $$;

-- What people may call a category, ready to search.
create function category_words(name text, name_es text, synonyms text[]) returns text
  language sql immutable parallel safe
  return plain_text(array_to_string(array[name, name_es] || synonyms, ' | '));
alter table categories add column search_text text generated always as (category_words(name, name_es, synonyms)) stored;
create index categories_search on categories using gin (district_id, search_text gin_trgm_ops);

-- As before: names first (below 1), then what is offered (1 to 2) and its category (2 to 3). The two planner settings
-- send it through the trigram indexes always: the planner takes comparing two texts for as cheap as comparing two
-- numbers and would rather do it for every row of a small district, at ten times the time.
create or replace function search_organizations(query text, enough integer)
  returns table (organization_id uuid, distance real)
  language plpgsql stable security definer rows 50
  set search_path = public set pg_trgm.word_similarity_threshold = 0.45
  set enable_seqscan = off set cpu_index_tuple_cost = 10
as $$
declare
  wanted text := plain_text(trim(query));
  district uuid := app_district();
  named uuid[];
  nearness real[];
begin
  select array_agg(n.id), array_agg(n.near) into named, nearness from (
    select o.id, o.name, (case when starts_with(o.search_text, wanted) then 0 else 0.15 end
        + 0.8 * (wanted <<-> o.search_text) + least(length(o.search_text), 400) * 0.0001)::real as near
      from organizations o
      where o.district_id = district and wanted <% o.search_text
      order by near, o.name, o.id limit enough
  ) n;
  return query select * from unnest(named, nearness);
  if coalesce(cardinality(named), 0) < enough then
    return query
      with offered as (
        select s.organization_id as offered_by, 1 + (wanted <<-> s.search_text) as far
          from services s where s.district_id = district and wanted <% s.search_text
        union all
        select s.organization_id, 2 + (wanted <<-> c.search_text)
          from categories c join services s on s.district_id = district and s.category_id = c.id
          where c.district_id = district and wanted <% c.search_text
      )
      select f.offered_by, min(f.far)::real from offered f
        where f.offered_by <> all (coalesce(named, '{}')) group by f.offered_by;
  end if;
end $$;

alter function find_partnerships(text) set enable_seqscan = off;
alter function find_partnerships(text) set cpu_index_tuple_cost = 10;

-- These rows always belong to a district that is known by other means: audit entries and marks are written by triggers
-- of rows that have one, a partnership has an organisation. A foreign key of their own would only make every write of a
-- district lock the same row of districts.
alter table audit_log drop constraint audit_log_district_id_fkey;
alter table document_marks drop constraint document_marks_district_id_fkey;
alter table partnerships drop constraint partnerships_district_id_fkey;

-- The last contact moves forward with every note, call, meeting, e-mail or visit. By row, because people enter them one
-- by one and the other kinds should cost nothing.
drop trigger partnership_events_added on partnership_events;
create or replace function keep_last_contact() returns trigger
  language plpgsql as $$
begin
  update partnerships p set last_contact_on = new.happened_on
    where p.district_id = new.district_id and p.id = new.partnership_id
      and (p.last_contact_on is null or p.last_contact_on < new.happened_on);
  return null;
end $$;
create trigger partnership_events_added after insert on partnership_events
  for each row when (new.kind in ('note', 'call', 'email', 'meeting', 'visit')) execute function keep_last_contact();

-- An entry of the timeline says itself who wrote it and when; what the audit adds is whether it was changed afterwards.
drop trigger record_audit on partnership_events;
create trigger record_audit after update or delete on partnership_events for each row execute function record_audit();
