-- Nobody is asked for what nothing does: the calendar is not read yet, and the text speaks of both directions. Consents that
-- were given stay in the register, can be withdrawn, and then leave nothing behind; the text that is true comes with the reading.
update consent_text set unpublished_at = timestamptz '2026-11-22 00:00:00+00'
  where purpose = 'google-calendar' and version = 1;
