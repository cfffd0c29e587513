"""Whether the overview is the accessible (PDF/UA-1) and archivable (PDF/A-2a) file it has to be."""
