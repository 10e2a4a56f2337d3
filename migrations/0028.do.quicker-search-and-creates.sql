-- The extension's settings are known once it is loaded.
select show_trgm('');

-- As before, only sooner. The words of a district's organisations are few and shared, so that a look as wide as the
-- widest that is forgiven compares hundreds of names. Most first pages are full after a strict look: whatever it leaves
-- out is at least 0.15 + 0.8 * (1 - closeness) away, as only a name that begins with the query is spared the 0.15 and such
-- a name passes any strict look once three letters are typed.
create or replace function search_organizations(query text, enough integer)
  returns table (organization_id uuid, distance real)
  language plpgsql stable security definer rows 50
  set search_path = public set pg_trgm.word_similarity_threshold = 0.45
  set enable_seqscan = off set cpu_index_tuple_cost = 10
as $$
declare
  wanted text := plain_text(trim(query));
  district uuid := app_district();
  closeness real;
  named uuid[];
  nearness real[];
begin
  foreach closeness in array case when enough <= 100 and length(wanted) >= 3 then '{0.6,0.45}'::real[] else '{0.45}' end loop
    perform set_config('pg_trgm.word_similarity_threshold', closeness::text, true);
    select array_agg(n.id order by n.near, n.name, n.id), array_agg(n.near order by n.near, n.name, n.id)
      into named, nearness from (
        select o.id, o.name, (case when starts_with(o.search_text, wanted) then 0 else 0.15 end
            + 0.8 * (wanted <<-> o.search_text) + least(length(o.search_text), 400) * 0.0001)::real as near
          from organizations o
          where o.district_id = district and wanted <% o.search_text
          order by near, o.name, o.id limit enough
      ) n;
    exit when nearness[enough] <= 0.95 - 0.8 * closeness;
  end loop;
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

-- A passport is made once per organisation and looked for with every partnership: looking is a sixth of the work of an
-- insert that finds it there.
create or replace function keep_passports() returns trigger
  language plpgsql as $$
begin
  if not exists (select from passports p where p.district_id = new.district_id and p.organization_id = new.organization_id) then
    insert into passports (district_id, organization_id) values (new.district_id, new.organization_id)
      on conflict (district_id, organization_id) do nothing;
  end if;
  return null;
end $$;
drop trigger partnerships_need_passports on partnerships;
create trigger partnerships_need_passports after insert on partnerships for each row execute function keep_passports();
