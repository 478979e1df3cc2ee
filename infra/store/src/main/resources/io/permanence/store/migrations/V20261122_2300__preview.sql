-- A ladder leaves out numbers that are not proven (A14); how many, so that the reason of a call can
-- tell. And one reading of routing data for two readers: the router across customers, and the portal
-- for preview and replay (A11). What the portal reads it reads in its own name, so that row-level
-- security shows it its transaction's customer and no other, whatever it asks for.

grant create on schema public to permanence_across;
set role permanence_across;
create function routing_rows(customers uuid[], busy_from timestamptz, busy_to timestamptz)
  returns table (
    number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid,
    open_hours jsonb, out_of_hours text, blocked_callers text, withheld_callers text,
    when_busy text, holidays text, demo boolean, instructions jsonb, marks jsonb, busy jsonb)
  language sql stable as $$
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
            and t.targets is not null),
        'unproven', (select count(distinct f.id)
          from forwarding_number f
          where f.customer_id = i.customer_id and f.proven_at is null
            and (exists (select from ladder_step s
                where s.customer_id = i.customer_id and s.instruction_id = i.id
                  and s.forwarding_number_id = f.id)
              or exists (select from ladder_also a
                where a.customer_id = i.customer_id and a.instruction_id = i.id
                  and a.forwarding_number_id = f.id))))), '[]')
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
revoke all on function routing_rows(uuid[], timestamptz, timestamptz) from public;
grant execute on function routing_rows(uuid[], timestamptz, timestamptz) to permanence_portal;

create or replace function routing_lines(customers uuid[], busy_from timestamptz, busy_to timestamptz)
  returns table (
    number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid,
    open_hours jsonb, out_of_hours text, blocked_callers text, withheld_callers text,
    when_busy text, holidays text, demo boolean, instructions jsonb, marks jsonb, busy jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from routing_rows(customers, busy_from, busy_to)
$$;
reset role;
revoke create on schema public from permanence_across;
