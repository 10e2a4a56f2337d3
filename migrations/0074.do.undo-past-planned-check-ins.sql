-- A check-in that was planned by itself, and in which nobody has written, holds the partnership an import brought no more
-- than the school years it joined; one a person planned or touched does.
create or replace function untouched_dependent(dependent regclass) returns text
  language sql immutable as $$
  select case dependent::text
    when 'partnership_years' then ' and (o.version > 1 or o.rollover_id is not null)'
    when 'meetings' then $condition$ and (o.version > 1 or o.status <> 'planned'
      or exists (select from meeting_actions n where n.district_id = o.district_id and n.meeting_id = o.id)
      or exists (select from meeting_answers n where n.district_id = o.district_id and n.meeting_id = o.id)
      or exists (select from audit_log a where a.district_id = o.district_id and a.table_name = 'meetings'
        and a.record_id = o.id and a.actor_kind <> 'system'))$condition$
    else '' end
$$;
