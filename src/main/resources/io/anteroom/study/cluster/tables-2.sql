alter table anteroom_workers add column plugins text;
