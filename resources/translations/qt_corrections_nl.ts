<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
  <name>QPlatformTheme</name>
  <message><source>Discard</source><translation>Niet opslaan</translation></message>
  <message><source>Reset</source><translation>Herstellen</translation></message>
  <message><source>Restore Defaults</source><translation>Standaard terugzetten</translation></message>
  <message><source>Retry</source><translation>Opnieuw proberen</translation></message>
  <message><source>Ignore</source><translation>Doorgaan</translation></message>
  <message><source>Abort</source><translation>Stoppen</translation></message>
</context>
<context>
  <name>QFileDialog</name>
  <message><source>&amp;Look in:</source><translation>&amp;Zoeken in:</translation></message>
  <message><source>Files of &amp;type:</source><translation>Bestanden van &amp;type:</translation></message>
  <message><source>%1
File not found.
Please verify the correct file name was given.</source><translation>%1
Dit bestand is er niet.
Kijk of de naam klopt.</translation></message>
  <message><source>%1
Directory not found.
Please verify the correct directory name was given.</source><translation>%1
Deze map is er niet.
Kijk of de naam klopt.</translation></message>
</context>
<context>
  <name>QPrintSettingsOutput</name>
  <message><source>Double Sided Printing</source><translation>Dubbelzijdig afdrukken</translation></message>
  <message><source>Off</source><translation>Uit</translation></message>
  <message><source>Long side binding</source><translation>Omslaan langs de lange kant</translation></message>
  <message><source>Short side binding</source><translation>Omslaan langs de korte kant</translation></message>
  <message><source>Page &amp;Set:</source><translation>&amp;Welke pagina's:</translation></message>
  <message><source>Collate</source><translation>Per exemplaar</translation></message>
  <message><source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source><translation>Zet komma's tussen de pagina's. Een streepje betekent: tot en met. 3,5-7,9 drukt pagina 3, 5, 6, 7 en 9 af.</translation></message>
  <message><source>Reverse</source><translation>Laatste pagina eerst</translation></message>
</context>
<context>
  <name>QComboBox</name>
  <message><source>Open the combo box selection popup</source><translation>De lijst openen</translation></message>
</context>
<context>
  <name>QWidgetTextControl</name>
  <message><source>&amp;Redo</source><translation>Opnie&amp;uw doen</translation></message>
</context>
<context>
  <name>QLineEdit</name>
  <message><source>&amp;Redo</source><translation>Opnie&amp;uw doen</translation></message>
</context>
</TS>
