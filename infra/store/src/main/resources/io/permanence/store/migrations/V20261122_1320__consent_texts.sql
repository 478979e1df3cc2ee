-- The texts people agree to, first version. A text is never changed: a new version is added.
insert into consent_text (purpose, version, language, body, hash, published_at)
select purpose, 1, language, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'),
  timestamptz '2026-11-01 00:00:00+00'
from (values
('push', 'fr', $$J'accepte de recevoir des notifications sur cet appareil lorsqu'un appel arrive ou qu'une note est prête.

La notification ne contient aucune donnée personnelle : un identifiant opaque et un texte général. L'application va chercher la note elle-même. La notification est acheminée par Google (Firebase Cloud Messaging, États-Unis) ; seul l'identifiant technique de cet appareil lui est transmis.

Ce consentement est facultatif (article 6, paragraphe 1, point a) du RGPD). Je peux le retirer à tout moment dans les réglages de l'application ; l'identifiant de tous mes appareils est alors supprimé. Sans lui, tous les autres services restent disponibles.$$),
('push', 'en', $$I agree to receive notifications on this device when a call arrives or a note is ready.

The notification holds no personal data: an opaque identifier and a general text. The app fetches the note itself. The notification travels through Google (Firebase Cloud Messaging, United States); only this device's technical identifier is passed on to it.

This consent is optional (Article 6(1)(a) GDPR). I may withdraw it at any time in the app's settings; the identifier of each of my devices is then deleted. Without it every other service remains available.$$),
('google-contacts', 'fr', $$J'accepte que mes contacts soient synchronisés avec mon compte Google.

Ce qui est transmis : les noms, numéros, adresses e-mail, sociétés et remarques de mes contacts, dans les deux sens, par les interfaces techniques de Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, États-Unis). Les secrétaires voient ainsi qui appelle.

Pays tiers : Google stocke et traite ces données sur des serveurs situés aux États-Unis, donc dans un pays tiers au sens des articles 44 et suivants du RGPD. Un niveau de protection comparable à celui de l'Union européenne n'y est pas garanti ; les autorités de ce pays peuvent notamment accéder aux données sans que j'en sois informé et sans recours effectif. Je reste responsable de la licéité de la transmission des données de tiers (clients, employés) dans le cadre de ma propre relation contractuelle avec Google.

Ce consentement est facultatif (article 6, paragraphe 1, point a) et article 49, paragraphe 1, point a) du RGPD). Tous les services peuvent être utilisés sans lui. Je peux le retirer à tout moment, ici même ou en le demandant à l'équipe : l'accès est révoqué chez Google, la synchronisation cesse aussitôt et ce qui vient de Google est supprimé de nos serveurs en une minute au plus.$$),
('google-contacts', 'en', $$I agree that my contacts are synchronised with my Google account.

What is transferred: names, numbers, e-mail addresses, companies and remarks of my contacts, in both directions, through the technical interfaces of Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA). The secretaries then see who is calling.

Third country: Google stores and processes these data on servers in the United States, which is a third country within the meaning of Articles 44 et seq. GDPR. A level of protection comparable to that of the European Union is not guaranteed there; in particular, that country's authorities may access the data without my being told and without effective remedy. I remain responsible for the lawfulness of transferring the data of third parties (clients, employees) within my own contract with Google.

This consent is optional (Article 6(1)(a) and Article 49(1)(a) GDPR). Every service can be used without it. I may withdraw it at any time, right here or by asking the team: the access is revoked at Google, the synchronisation stops at once, and what came from Google is deleted from our servers within a minute.$$),
('google-calendar', 'fr', $$J'accepte que mon agenda soit synchronisé avec mon compte Google.

Ce qui est transmis : les rendez-vous de mon agenda, dans les deux sens, par les interfaces techniques de Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, États-Unis). Le service sait ainsi quand je suis occupé. Les secrétaires n'accèdent à mon agenda que si je le demande séparément.

Pays tiers : Google stocke et traite ces données sur des serveurs situés aux États-Unis, donc dans un pays tiers au sens des articles 44 et suivants du RGPD. Un niveau de protection comparable à celui de l'Union européenne n'y est pas garanti ; les autorités de ce pays peuvent notamment accéder aux données sans que j'en sois informé et sans recours effectif. Je reste responsable de la licéité de la transmission des données de tiers (clients, employés) dans le cadre de ma propre relation contractuelle avec Google.

Ce consentement est facultatif (article 6, paragraphe 1, point a) et article 49, paragraphe 1, point a) du RGPD). Tous les services peuvent être utilisés sans lui. Je peux le retirer à tout moment, ici même ou en le demandant à l'équipe : l'accès est révoqué chez Google, la synchronisation cesse aussitôt et ce qui vient de Google est supprimé de nos serveurs en une minute au plus.$$),
('google-calendar', 'en', $$I agree that my calendar is synchronised with my Google account.

What is transferred: the appointments of my calendar, in both directions, through the technical interfaces of Google (Google Inc., 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA). The service then knows when I am busy. The secretaries reach my calendar only if I ask for it separately.

Third country: Google stores and processes these data on servers in the United States, which is a third country within the meaning of Articles 44 et seq. GDPR. A level of protection comparable to that of the European Union is not guaranteed there; in particular, that country's authorities may access the data without my being told and without effective remedy. I remain responsible for the lawfulness of transferring the data of third parties (clients, employees) within my own contract with Google.

This consent is optional (Article 6(1)(a) and Article 49(1)(a) GDPR). Every service can be used without it. I may withdraw it at any time, right here or by asking the team: the access is revoked at Google, the synchronisation stops at once, and what came from Google is deleted from our servers within a minute.$$),
('device-contacts', 'fr', $$J'accepte que les contacts de cet appareil soient transmis au service, et que les contacts du service puissent être ajoutés à ceux de cet appareil.

Ce qui est transmis : les noms, numéros, adresses e-mail et sociétés des contacts que je choisis. Les secrétaires voient ainsi qui appelle, et je peux marquer des VIP. Rien n'est transmis hors de l'Union européenne.

Ce consentement est facultatif (article 6, paragraphe 1, point a) du RGPD). Le service peut être utilisé sans lui ; les secrétaires disposent alors de moins d'informations. Je peux le retirer à tout moment, ici même : toutes les données de contact venues de mes appareils sont alors supprimées de nos serveurs, et transmises à nouveau si je consens de nouveau.$$),
('device-contacts', 'en', $$I agree that the contacts of this device are passed on to the service, and that contacts of the service may be added to those of this device.

What is transferred: names, numbers, e-mail addresses and companies of the contacts I choose. The secretaries then see who is calling, and I may mark VIPs. Nothing leaves the European Union.

This consent is optional (Article 6(1)(a) GDPR). The service can be used without it; the secretaries then know less. I may withdraw it at any time, right here: all contact data that came from my devices are then deleted from our servers, and passed on again if I consent again.$$),
('optional-email', 'fr', $$J'accepte de recevoir par e-mail des informations qui ne sont pas nécessaires au service : nouveautés, conseils, enquêtes de satisfaction.

Les e-mails nécessaires au service (notes, sécurité du compte, changements des textes) sont envoyés indépendamment de ce choix.

Ce consentement est facultatif (article 6, paragraphe 1, point a) du RGPD). Je peux le retirer à tout moment, ici même ou par le lien contenu dans chaque message.$$),
('optional-email', 'en', $$I agree to receive by e-mail information that the service does not need: news, advice, surveys.

E-mails the service needs (notes, security of the account, changes of texts) are sent whatever I choose here.

This consent is optional (Article 6(1)(a) GDPR). I may withdraw it at any time, right here or by the link in each message.$$)
) as texts (purpose, language, body);
