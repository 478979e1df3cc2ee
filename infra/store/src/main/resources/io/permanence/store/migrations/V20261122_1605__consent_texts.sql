-- What is agreed to is what is done: contacts are read from Google and nothing is written there. Version 1 spoke of both
-- directions; those who agreed to it agreed to more than happens, so their consent goes on, and the register shows its text.
insert into consent_text (purpose, version, language, body, hash, published_at)
select purpose, 2, language, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'),
  timestamptz '2026-11-22 00:00:00+00'
from (values
('google-contacts', 'fr', $$J'accepte que le service lise les contacts de mon compte Google.

Ce qui est transmis : les noms, numéros et sociétés de mes contacts Google, de Google vers le service seulement, par les interfaces techniques de Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, États-Unis). Rien n'est écrit ni modifié chez Google. Les secrétaires voient ainsi qui appelle.

Pays tiers : Google stocke et traite ces données sur des serveurs situés aux États-Unis, donc dans un pays tiers au sens des articles 44 et suivants du RGPD. En reliant les deux comptes, Google apprend que j'utilise ce service. Un niveau de protection comparable à celui de l'Union européenne n'y est pas garanti ; les autorités de ce pays peuvent notamment accéder aux données sans que j'en sois informé et sans recours effectif. Je reste responsable de la licéité de la transmission des données de tiers (clients, employés) dans le cadre de ma propre relation contractuelle avec Google.

Ce consentement est facultatif (article 6, paragraphe 1, point a) et article 49, paragraphe 1, point a) du RGPD). Tous les services peuvent être utilisés sans lui. Je peux le retirer à tout moment, ici même ou en le demandant à l'équipe : l'accès est révoqué chez Google, la lecture cesse aussitôt et ce qui vient de Google est supprimé de nos serveurs en une minute au plus.$$),
('google-contacts', 'en', $$I agree that the service reads the contacts of my Google account.

What is transferred: names, numbers and companies of my Google contacts, from Google to the service only, through the technical interfaces of Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA). Nothing is written or changed at Google. The secretaries then see who is calling.

Third country: Google stores and processes these data on servers in the United States, which is a third country within the meaning of Articles 44 et seq. GDPR. By linking the two accounts Google learns that I use this service. A level of protection comparable to that of the European Union is not guaranteed there; in particular, that country's authorities may access the data without my being told and without effective remedy. I remain responsible for the lawfulness of transferring the data of third parties (clients, employees) within my own contract with Google.

This consent is optional (Article 6(1)(a) and Article 49(1)(a) GDPR). Every service can be used without it. I may withdraw it at any time, right here or by asking the team: the access is revoked at Google, the reading stops at once, and what came from Google is deleted from our servers within a minute.$$)
) as texts (purpose, language, body);

-- A text may be taken out of the set-up without a word of it being changed: nobody is asked for what nothing uses.
alter table consent_text add column unpublished_at timestamptz;
update consent_text set unpublished_at = timestamptz '2026-11-22 00:00:00+00'
  where purpose = 'device-contacts' and version = 1;
