create temporary table bench as
  select n, gen_random_uuid() as customer, gen_random_uuid() as line,
    gen_random_uuid() as standing, gen_random_uuid() as open, gen_random_uuid() as forward
  from generate_series(0, @LINES@ - 1) n;
insert into customer (customer_id, name, created_at)
  select customer, 'Bench ' || n, now() from bench;
insert into line (customer_id, id, number, name, home_team, created_at)
  select customer, line, '+331' || lpad(n::text, 8, '0'), 'Bench', t.id, now()
  from bench, (select id from team order by position limit 1) t;
insert into directory_line (number, customer_id, line_id)
  select '+331' || lpad(n::text, 8, '0'), customer, line from bench;
insert into directory_routing_version (customer_id, version, changed)
  select customer, 1, pg_current_xact_id() from bench;
insert into forwarding_number (customer_id, id, number, proven_at, created_at)
  select customer, forward, '+3361' || lpad(n::text, 7, '0'), now(), now() from bench;
insert into instruction (customer_id, id, line_id, window_kind, put_through, mode, greeting,
    message, created_at, updated_at)
  select customer, standing, line, 'STANDING', 'NONE', 'ANNOUNCED', 'Bonjour',
    'Laissez un message.', now(), now()
  from bench;
insert into instruction (customer_id, id, line_id, window_kind, starts_at, put_through, mode,
    greeting, message, created_at, updated_at)
  select customer, open, line, 'OPEN', now() - interval '1 day', 'VIP', 'DIRECT', 'Bonjour',
    'Laissez un message.', now(), now()
  from bench;
insert into instruction (customer_id, id, line_id, window_kind, starts_at, ends_at,
    put_through, greeting, message, created_at, updated_at)
  select customer, gen_random_uuid(), line, 'ONE_OFF', now() - interval '9 days',
    now() - interval '8 days', 'NONE', 'Bonjour', 'En vacances.', now(), now()
  from bench;
insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,
    ring_seconds)
  select customer, open, 0, forward, 20 from bench;
create temporary table bench_contact as
  select customer, n * @CONTACTS@ + k as n, k, gen_random_uuid() as id
  from bench, generate_series(0, @CONTACTS@ - 1) k;
insert into contact (customer_id, id, display_name, mark, created_at, updated_at)
  select customer, id, 'Contact ' || n,
    case when k = 0 then 'BLOCKED' when k < 6 then 'VIP' else 'NONE' end, now(), now()
  from bench_contact;
insert into contact_number (customer_id, contact_id, number)
  select customer, id, '+3374' || lpad(n::text, 7, '0') from bench_contact;
