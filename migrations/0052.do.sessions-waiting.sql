-- Sessions and activities whose day has come with no word on what came of them: found by an index of their own, and a row of
-- the Today page, which is computed anew when one is written down or told about.
create index activities_silent on activities (district_id, school_id, happens_on) where delivered is null;
call marks_documents('activities', 'today_activities');
