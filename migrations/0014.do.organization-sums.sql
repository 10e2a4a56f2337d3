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
