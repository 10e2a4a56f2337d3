-- The page of the whole district is held by the server until something it reads is written. Most of that says so already
-- (0046, 0052); this is the rest. A kind that begins with today_ is looked at, not used up, and a job takes it away.
do $$
declare
  read text;
begin
  foreach read in array '{investment_totals,objectives,published_tables,reports,stories,story_consents}'::text[] loop
    call marks_documents(read::regclass, 'today_overview');
  end loop;
end $$;
create trigger mark_overview after update of name, suppression_threshold, school_year_start_month on districts
  for each row execute function mark_districts();
