-- The extension's settings are known once it is loaded.
select show_trgm('');

-- As before (0028), and a district with few organisations is looked through once: where a strict look compares nearly as
-- many names as a wide one, looking twice costs more than it saves.
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
  foreach closeness in array case when enough <= 100 and length(wanted) >= 3
      and exists (select from organizations o where o.district_id = district offset 999) then '{0.6,0.45}'::real[] else '{0.45}' end loop
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
