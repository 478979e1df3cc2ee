-- What routing needs to be whole: exceptions and holidays, several numbers at once, a next step for
-- each way a step may end, withheld callers, a VIP's own way, the calendar.

alter table line
  add column withheld_callers text not null default 'AS_STRANGERS'
    check (withheld_callers in ('AS_STRANGERS', 'DESK_ONLY', 'VOICEMAIL', 'MESSAGE')),
  add column when_busy text not null default 'AS_INSTRUCTED'
    check (when_busy in ('AS_INSTRUCTED', 'VIP_ONLY', 'NOBODY')),
  add column holidays text not null default 'FRANCE'
    check (holidays in ('NONE', 'FRANCE', 'ALSACE_MOSELLE'));

-- Absent: what the line says.
alter table instruction add column withheld_callers text
  check (withheld_callers in ('AS_STRANGERS', 'DESK_ONLY', 'VOICEMAIL', 'MESSAGE'));

-- Absent before: refused went where busy goes, unreachable where no answer goes.
alter table ladder_step
  add column on_refused text check (on_refused in ('NEXT', 'DESK', 'VOICEMAIL')),
  add column on_unreachable text check (on_unreachable in ('NEXT', 'DESK', 'VOICEMAIL'));

-- Numbers that ring together with the step's own.
create table ladder_also (
  customer_id uuid not null,
  instruction_id uuid not null,
  position int not null,
  nth int not null check (nth between 1 and 3),
  forwarding_number_id uuid not null,
  primary key (customer_id, instruction_id, position, nth),
  unique (customer_id, instruction_id, position, forwarding_number_id),
  foreign key (customer_id, instruction_id, position)
    references ladder_step (customer_id, instruction_id, position) on delete cascade,
  foreign key (customer_id, forwarding_number_id) references forwarding_number (customer_id, id)
);
call protect('ladder_also');

-- How this VIP is put through; absent: as the instruction says.
alter table contact add column vip_mode text check (vip_mode in ('ANNOUNCED', 'DIRECT')),
  add check (vip_mode is null or mark = 'VIP');
alter table mirror_mark add column vip_mode text check (vip_mode in ('ANNOUNCED', 'DIRECT')),
  add check (vip_mode is null or mark = 'VIP');

-- When the customer's calendar says busy, kept only while its consent holds (E4). No words, no people.
create table google_busy (
  customer_id uuid not null references customer on delete cascade,
  event_key text not null check (length(event_key) <= 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  consent_id uuid not null,
  synced_at timestamptz not null,
  primary key (customer_id, event_key)
);
create index on google_busy (customer_id, ends_at);
call protect('google_busy');

-- A trigger is made by whoever may execute its function at that moment.
set role permanence_across;
grant execute on function touch_routing() to session_user;
reset role;
create trigger touch_routing after insert or update or delete on ladder_also
  for each row execute function touch_routing();
create trigger touch_routing after insert or update or delete on google_busy
  for each row execute function touch_routing();
set role permanence_across;
revoke execute on function touch_routing() from session_user;
reset role;

create policy across on ladder_also for select to permanence_across using (true);
create policy across on google_busy for select to permanence_across using (true);
grant select on ladder_also, google_busy to permanence_across;
grant select on ladder_also, google_busy
  to permanence_router, permanence_portal, permanence_sync, permanence_push;
grant insert, update, delete on ladder_also to permanence_portal;
grant insert, update, delete on google_busy to permanence_sync;

-- Routing data of the lines of some customers, one row a line: few at a time, so that no statement
-- takes long however many customers there are. The calendar's busy times are given from one instant
-- to another.
grant create on schema public to permanence_across;
set role permanence_across;
drop function routing_lines(xid8);
create function routing_lines(customers uuid[], busy_from timestamptz, busy_to timestamptz)
  returns table (
    number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid,
    open_hours jsonb, out_of_hours text, blocked_callers text, withheld_callers text,
    when_busy text, holidays text, demo boolean, instructions jsonb, marks jsonb, busy jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.number, l.id, l.customer_id, c.zone, v.version, l.home_team, l.open_hours,
    l.out_of_hours, l.blocked_callers, l.withheld_callers, l.when_busy, l.holidays, l.demo,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'version', i.version, 'kind', i.window_kind, 'from', i.starts_at,
        'to', i.ends_at, 'weekly', i.weekly, 'putThrough', i.put_through, 'mode', i.mode,
        'greeting', i.greeting, 'message', i.message, 'notes', i.notes,
        'withheld', i.withheld_callers, 'createdAt', i.created_at,
        'ladder', (select coalesce(jsonb_agg(jsonb_build_object(
            'targets', t.targets, 'ringSeconds', s.ring_seconds,
            'onNoAnswer', s.on_no_answer, 'onBusy', s.on_busy,
            'onRefused', coalesce(s.on_refused, s.on_busy),
            'onUnreachable', coalesce(s.on_unreachable, s.on_no_answer))
            order by s.position), '[]')
          from ladder_step s
          cross join lateral (
            select jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number)
              order by r.nth) as targets
            from (select 0 as nth, s.forwarding_number_id as number_id
                  union all
                  select a.nth, a.forwarding_number_id from ladder_also a
                  where a.customer_id = s.customer_id and a.instruction_id = s.instruction_id
                    and a.position = s.position) r
            join forwarding_number f
              on f.customer_id = s.customer_id and f.id = r.number_id
            where f.proven_at is not null) t
          where s.customer_id = i.customer_id and s.instruction_id = i.id
            and t.targets is not null))), '[]')
      from instruction i
      where i.customer_id = l.customer_id and i.line_id = l.id and i.deleted_at is null),
    (select coalesce(jsonb_object_agg(k.number, k.mark), '{}')
      from (select n.number, min(n.mark) as mark
            from (select cn.number, concat_ws('_', ct.mark, ct.vip_mode) as mark
                  from contact ct
                  join contact_number cn
                    on cn.customer_id = ct.customer_id and cn.contact_id = ct.id
                  where ct.customer_id = l.customer_id and ct.mark <> 'NONE'
                  union all
                  select gn.number, concat_ws('_', m.mark, m.vip_mode)
                  from mirror_mark m
                  join google_contact_number gn
                    on gn.customer_id = m.customer_id and gn.resource_name = m.resource_name
                  where m.customer_id = l.customer_id) n
            group by n.number) k),
    (select coalesce(jsonb_agg(jsonb_build_array(b.starts_at, b.ends_at) order by b.starts_at),
        '[]')
      from google_busy b
      where b.customer_id = l.customer_id and l.when_busy <> 'AS_INSTRUCTED'
        and b.ends_at > busy_from and b.starts_at < busy_to)
  from line l
  join customer c on c.customer_id = l.customer_id
  join directory_routing_version v on v.customer_id = l.customer_id
  where l.customer_id = any (customers)
$$;
revoke all on function routing_lines(uuid[], timestamptz, timestamptz) from public;
grant execute on function routing_lines(uuid[], timestamptz, timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;
