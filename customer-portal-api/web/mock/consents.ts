/** The texts a customer is asked to agree to. */

type Json = Record<string, unknown>;

const GOOGLE_FR = `Permanence peut lire vos contacts Google et les garder à jour, pour que les secrétaires reconnaissent vos appelants.

Google LLC, 1600 Amphitheatre Parkway, Mountain View, Californie, États-Unis, enregistre et traite ces données sur des serveurs situés aux États-Unis et dans d’autres pays tiers. Ces pays n’offrent pas tous un niveau de protection comparable à celui de l’Union européenne ; des autorités peuvent y accéder aux données sans que vous en soyez informé. Vous restez responsable, envers vos propres contacts, de cette transmission.

La liaison n’est pas nécessaire : toutes nos prestations s’utilisent aussi sans elle. Vous pouvez retirer ce consentement à tout moment, ici même ; l’accès est alors révoqué et les contacts venus de Google sont effacés chez nous.`;

const GOOGLE_EN = `Permanence may read your Google contacts and keep them up to date, so that the secretaries recognise your callers.

Google LLC, 1600 Amphitheatre Parkway, Mountain View, California, USA, stores and processes these data on servers in the United States and other third countries. Not all of these countries offer a level of protection like that of the European Union; authorities there may obtain access without your being told. Towards your own contacts, you remain responsible for this transfer.

The link is not necessary: all our services can be used without it. You may withdraw this consent at any time, right here; the access is then revoked and the contacts that came from Google are deleted with us.`;

const CALENDAR_FR = `Permanence peut lire quand votre agenda Google vous dit occupé : le début et la fin, rien d’autre.

Google LLC, 1600 Amphitheatre Parkway, Mountain View, Californie, États-Unis, enregistre et traite ces données sur des serveurs situés aux États-Unis et dans d’autres pays tiers.

La liaison n’est pas nécessaire. Vous pouvez retirer ce consentement à tout moment, ici même.`;

const CALENDAR_EN = `Permanence may read when your Google calendar says that you are busy: beginning and end, nothing else.

Google LLC, 1600 Amphitheatre Parkway, Mountain View, California, USA, stores and processes these data on servers in the United States and other third countries.

The link is not necessary. You may withdraw this consent at any time, right here.`;

const text = (purpose: string, language: string, words: string) => ({
  purpose,
  version: 2,
  language,
  hash: "0".repeat(64),
  text: words,
});

export const consentTexts: Json[] = [
  text(
    "push",
    "fr",
    "Nous vous envoyons une notification sur cet appareil quand un appel arrive ou qu’un message est prêt. Elle ne contient ni nom, ni numéro, ni texte : l’application va chercher le reste chez nous.\n\nPour vous joindre, un identifiant technique de votre navigateur est transmis au service de notification de son fabricant.",
  ),
  text(
    "push",
    "en",
    "We send a notification to this device when a call arrives or a message is ready. It contains no name, no number and no text: the app fetches the rest from us.\n\nTo reach you, a technical identifier of your browser is passed to its maker’s notification service.",
  ),
  text("google-contacts", "fr", GOOGLE_FR),
  text("google-contacts", "en", GOOGLE_EN),
  text("google-calendar", "fr", CALENDAR_FR),
  text("google-calendar", "en", CALENDAR_EN),
];
