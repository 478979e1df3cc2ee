-- Each unsent note is a task of its own (B6): two secretaries may have begun one about the same call. Of the other kinds a call has
-- one each, as before.
drop index task_once;
create unique index task_once on task (customer_id, kind, call_id)
  where call_id is not null and kind <> 'UNSAVED_NOTE';
create unique index task_once_a_note on task (customer_id, note_id) where kind = 'UNSAVED_NOTE';
