-- The calendar is linked by itself (E1): a customer has one link a purpose, each with its own consent, token and lease.
alter table google_link
  add column purpose text not null default 'google-contacts'
    check (purpose in ('google-contacts', 'google-calendar')),
  drop constraint google_link_pkey,
  add primary key (customer_id, purpose);
alter table google_link alter column purpose drop default;
grant select (purpose) on google_link to permanence_portal;

alter table sync_run drop constraint sync_run_kind_check,
  add check (kind in ('CONTACTS', 'CALENDAR'));

-- Each kind of link falls due by its own clock.
grant create on schema public to permanence_across;
set role permanence_across;
drop function google_links_due(timestamptz);
create function google_links_due(contacts_before timestamptz, calendar_before timestamptz)
  returns table (customer_id uuid, purpose text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.customer_id, l.purpose from google_link l
  where l.state = 'LINKED' and (l.synced_at is null or l.synced_at <
    case l.purpose when 'google-calendar' then calendar_before else contacts_before end)
$$;
revoke all on function google_links_due(timestamptz, timestamptz) from public;
grant execute on function google_links_due(timestamptz, timestamptz) to permanence_sync;
reset role;
revoke create on schema public from permanence_across;

-- What is agreed to is what is done: busy times are read and nothing else of the calendar. And both texts say what Google can
-- not do: take back one of two permissions. Those who agreed to an earlier text agreed to no less than happens.
insert into consent_text (purpose, version, language, body, hash, published_at)
select purpose, version, language, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'),
  timestamptz '2026-11-23 00:00:00+00'
from (values
('google-calendar', 2, 'fr', $$J'accepte que le service lise quand mon agenda Google me dit occupé.

Ce qui est transmis : le début et la fin des périodes occupées de mon agenda principal, d'hier jusqu'à 60 jours à l'avance, de Google vers le service seulement, par les interfaces techniques de Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, États-Unis). Aucun titre, aucun lieu, aucun participant n'est lu. Rien n'est écrit ni modifié chez Google. Le service sait ainsi quand ne pas me passer d'appel, si je le choisis. Les secrétaires n'accèdent pas à mon agenda.

Pays tiers : Google stocke et traite ces données sur des serveurs situés aux États-Unis, donc dans un pays tiers au sens des articles 44 et suivants du RGPD. En reliant les deux comptes, Google apprend que j'utilise ce service. Un niveau de protection comparable à celui de l'Union européenne n'y est pas garanti ; les autorités de ce pays peuvent notamment accéder aux données sans que j'en sois informé et sans recours effectif.

Ce consentement est facultatif (article 6, paragraphe 1, point a) et article 49, paragraphe 1, point a) du RGPD). Tous les services peuvent être utilisés sans lui. Je peux le retirer à tout moment, ici même ou en le demandant à l'équipe : la lecture cesse aussitôt, notre clé d'accès est effacée et ce qui vient de mon agenda est supprimé de nos serveurs en une minute au plus. L'accès est révoqué chez Google, sauf si mes contacts du même compte restent reliés : Google ne sait révoquer que les deux ensemble, et le fait avec le dernier.$$),
('google-calendar', 2, 'en', $$I agree that the service reads when my Google calendar says that I am busy.

What is transferred: the beginning and end of the busy times of my primary calendar, from yesterday to 60 days ahead, from Google to the service only, through the technical interfaces of Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA). No title, no place and no participant is read. Nothing is written or changed at Google. The service then knows when not to put a call through to me, if I choose so. The secretaries do not reach my calendar.

Third country: Google stores and processes these data on servers in the United States, which is a third country within the meaning of Articles 44 et seq. GDPR. By linking the two accounts Google learns that I use this service. A level of protection comparable to that of the European Union is not guaranteed there; in particular, that country's authorities may access the data without my being told and without effective remedy.

This consent is optional (Article 6(1)(a) and Article 49(1)(a) GDPR). Every service can be used without it. I may withdraw it at any time, right here or by asking the team: the reading stops at once, our access key is erased, and what came from my calendar is deleted from our servers within a minute. The access is revoked at Google, unless my contacts of the same account stay linked: Google can only revoke the two together, and does so with the last.$$),
('google-contacts', 3, 'fr', $$J'accepte que le service lise les contacts de mon compte Google.

Ce qui est transmis : les noms, numéros et sociétés de mes contacts Google, de Google vers le service seulement, par les interfaces techniques de Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, États-Unis). Rien n'est écrit ni modifié chez Google. Les secrétaires voient ainsi qui appelle.

Pays tiers : Google stocke et traite ces données sur des serveurs situés aux États-Unis, donc dans un pays tiers au sens des articles 44 et suivants du RGPD. En reliant les deux comptes, Google apprend que j'utilise ce service. Un niveau de protection comparable à celui de l'Union européenne n'y est pas garanti ; les autorités de ce pays peuvent notamment accéder aux données sans que j'en sois informé et sans recours effectif. Je reste responsable de la licéité de la transmission des données de tiers (clients, employés) dans le cadre de ma propre relation contractuelle avec Google.

Ce consentement est facultatif (article 6, paragraphe 1, point a) et article 49, paragraphe 1, point a) du RGPD). Tous les services peuvent être utilisés sans lui. Je peux le retirer à tout moment, ici même ou en le demandant à l'équipe : la lecture cesse aussitôt, notre clé d'accès est effacée et ce qui vient de mes contacts Google est supprimé de nos serveurs en une minute au plus. L'accès est révoqué chez Google, sauf si l'agenda du même compte reste relié : Google ne sait révoquer que les deux ensemble, et le fait avec le dernier.$$),
('google-contacts', 3, 'en', $$I agree that the service reads the contacts of my Google account.

What is transferred: names, numbers and companies of my Google contacts, from Google to the service only, through the technical interfaces of Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA). Nothing is written or changed at Google. The secretaries then see who is calling.

Third country: Google stores and processes these data on servers in the United States, which is a third country within the meaning of Articles 44 et seq. GDPR. By linking the two accounts Google learns that I use this service. A level of protection comparable to that of the European Union is not guaranteed there; in particular, that country's authorities may access the data without my being told and without effective remedy. I remain responsible for the lawfulness of transferring the data of third parties (clients, employees) within my own contract with Google.

This consent is optional (Article 6(1)(a) and Article 49(1)(a) GDPR). Every service can be used without it. I may withdraw it at any time, right here or by asking the team: the reading stops at once, our access key is erased, and what came from my Google contacts is deleted from our servers within a minute. The access is revoked at Google, unless the calendar of the same account stays linked: Google can only revoke the two together, and does so with the last.$$)
) as texts (purpose, version, language, body);
