package io.permanence.app.demo;

import java.util.List;

/** What callers of each trade ask for. */
final class DemoWords {
  static final List<String> DOCTOR =
      List.of(
          "Souhaite un rendez-vous cette semaine pour un renouvellement d'ordonnance.",
          "Demande les résultats de la prise de sang de mardi.",
          "Fièvre depuis deux jours chez un enfant de quatre ans, voudrait être rappelée ce matin.",
          "Annule le rendez-vous de jeudi 15 h 30, en propose un autre la semaine prochaine.",
          "A besoin d'un certificat médical pour une licence de sport.",
          "Le laboratoire signale une valeur hors norme, merci de rappeler avant 17 h.",
          "Question sur la posologie du nouveau traitement.",
          "Souhaite savoir si le cabinet prend de nouveaux patients.",
          "Compte rendu d'hospitalisation envoyé par courrier, à lire avant la consultation.",
          "Douleurs dans le dos, demande si une visite à domicile est possible.");

  static final List<String> LAWYER =
      List.of(
          "Audience reportée au 14, à confirmer avec le greffe.",
          "Souhaite un premier rendez-vous pour un licenciement.",
          "Demande où en est la requête en divorce.",
          "Transmet trois pièces par courriel, accusé de réception souhaité.",
          "Le confrère propose une médiation, réponse attendue avant vendredi.",
          "Veut connaître les honoraires pour une consultation.",
          "Signification reçue ce matin, délai de dix jours à vérifier.",
          "Rappeler au sujet de la pension alimentaire.",
          "Demande une copie du jugement.",
          "Souhaite déplacer le rendez-vous de lundi.");

  static final List<String> PLUMBER =
      List.of(
          "Fuite sous l'évier, l'eau est coupée, deuxième étage sans ascenseur.",
          "Chaudière en panne depuis hier soir, deux enfants en bas âge.",
          "Demande un devis pour une salle de bains de six mètres carrés.",
          "Chauffe-eau qui disjoncte, souhaite un passage demain matin.",
          "Robinet qui goutte, pas urgent, rappeler en fin de semaine.",
          "Le syndic demande une attestation d'entretien de la chaufferie.",
          "Canalisation bouchée dans la cour de l'immeuble.",
          "Confirme le rendez-vous de mercredi 9 h, code d'entrée au 3e message.",
          "Veut savoir quand la pièce commandée arrive.",
          "Facture reçue deux fois, à vérifier.");

  private DemoWords() {}
}
