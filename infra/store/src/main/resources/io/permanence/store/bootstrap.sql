-- What a database administrator does once per server and database, as a superuser, in that database
-- (`create database permanence` first). Safe to repeat. PostgreSQL 16 or newer. The two logins have no
-- password yet; unless the server trusts them, give them theirs with
--   alter role permanence_owner password '…';   (the setting PERMANENCE_OWNER_PASSWORD)
--   alter role permanence_app password '…';     (the setting PERMANENCE_DB_PASSWORD)
-- permanence_owner    runs the migrations and owns every table; row-level security is forced on it too
-- permanence_app      the login of the service; owns nothing, inherits nothing: each transaction takes
--                     the role of the module that opened it
-- permanence_across   owns the few functions that read across customers; cannot log in
do $$
declare
  module text;
begin
  if not exists (select from pg_roles where rolname = 'permanence_owner') then
    create role permanence_owner login noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'permanence_app') then
    create role permanence_app login noinherit;
  end if;
  foreach module in array array['across', 'router', 'portal', 'sync', 'push', 'identity'] loop
    if not exists (select from pg_roles where rolname = 'permanence_' || module) then
      execute format('create role %I nologin', 'permanence_' || module);
    end if;
  end loop;
  foreach module in array array['router', 'portal', 'sync', 'push', 'identity'] loop
    execute format(
      'grant %I to permanence_app with inherit false, set true', 'permanence_' || module);
  end loop;
  grant permanence_across to permanence_owner with inherit false, set true;
  execute format('grant create on database %I to permanence_owner', current_database());
end
$$;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
alter schema public owner to permanence_owner;
revoke create on schema public from public;
