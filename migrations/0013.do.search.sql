-- Loads pg_trgm into this session: its setting below may be set only once it is known.
select similarity('', '');

-- Everything with a name that is like what was typed, best first: a beginning counts most, then how close the words
-- are. As the owner, because trigram operators cannot use their index behind row-level security; the district and the
-- caller's own schools (null: all) are held inside.
create function search_everything(typed text, own_schools uuid[], enough integer)
  returns table (kind text, id uuid, owner_id uuid, name text, hint text, nearness real)
  language sql stable security definer rows 20
  set search_path = public set pg_trgm.word_similarity_threshold = 0.45
  begin atomic
    with asked as (select plain_text(typed) as words)
    select * from (
      (select 'school', s.id, s.id, s.name, concat_ws(' · ', s.code, nullif(s.area, '')),
          word_similarity(a.words, s.search_text) + case when starts_with(plain_text(s.name), a.words) or plain_text(s.code) = a.words then 1 else 0 end as near
        from asked a join schools s on a.words <% s.search_text
        where s.district_id = app_district() and (own_schools is null or s.id = any (own_schools))
        order by near desc, s.name limit enough)
      union all
      (select 'organization', o.id, o.id, o.name, o.type,
          word_similarity(a.words, o.search_text) + case when starts_with(o.search_text, a.words) then 1 else 0 end as near
        from asked a join organizations o on a.words <% o.search_text
        where o.district_id = app_district() order by near desc, o.name limit enough)
      union all
      (select 'partnership', p.id, p.id, p.name, o.name,
          word_similarity(a.words, p.search_text) + case when starts_with(p.search_text, a.words) then 1 else 0 end as near
        from asked a join partnerships p on a.words <% p.search_text
          join organizations o on o.district_id = p.district_id and o.id = p.organization_id
        where p.district_id = app_district() and (own_schools is null or exists (select from partnership_schools l
          where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = any (own_schools)))
        order by near desc, p.name limit enough)
      union all
      (select 'service', v.id, v.organization_id, v.name, o.name,
          word_similarity(a.words, v.search_text) * 0.9::real as near
        from asked a join services v on a.words <% v.search_text
          join organizations o on o.district_id = v.district_id and o.id = v.organization_id
        where v.district_id = app_district() order by near desc, v.name limit enough)
    ) found order by near desc, name limit enough;
  end;
revoke execute on function search_everything from public;
grant execute on function search_everything to common_table_app;
